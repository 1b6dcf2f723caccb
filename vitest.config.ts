import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const project = (name: string, include: string[], rest: object = {}) => ({
  extends: true as const,
  test: { name, include, exclude: ['**/node_modules/**', '**/dist/**'], ...rest },
})

const onDatabase = { globalSetup: 'apps/api/test/global-setup.ts' }
const inPage = { environment: 'jsdom', setupFiles: ['apps/web/test/fresh-page.ts', 'apps/web/test/patient-queries.ts'] }

export default defineConfig({
  test: {
    pool: 'forks',
    // One more than two cores: tests wait for servers, browsers and clocks as well.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    setupFiles: ['scripts/test/fail-on-noise.ts'],
    // Bounds for what hangs, not measurements: servers are started and stopped on machines of every speed and load.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      // Loading what is tested costs more than most files of tests: they share it, but for those that put something else in its place.
      project('shared', ['packages/shared/**/*.test.ts'], { isolate: false }),
      project('client', ['packages/client/**/*.test.ts'], { ...onDatabase, isolate: false }),
      project('api', ['apps/api/**/!(*.mocked).test.ts'], { ...onDatabase, isolate: false }),
      project('api-mocked', ['apps/api/**/*.mocked.test.ts'], onDatabase),
      project('web', ['apps/web/**/!(*.mocked).test.{ts,tsx}'], { ...inPage, isolate: false }),
      project('web-mocked', ['apps/web/**/*.mocked.test.{ts,tsx}'], inPage),
      project('scripts', ['scripts/**/*.test.ts', 'bench/**/*.test.ts']),
      project('faults', ['faults/**/*.test.ts'], onDatabase),
      project('e2e', ['e2e/**/*.test.ts'], { globalSetup: 'e2e/global-setup.ts', isolate: false }),
    ],
  },
})
