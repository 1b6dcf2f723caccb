import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const require = createRequire(import.meta.url)
const here = dirname(fileURLToPath(import.meta.url))
const config = join(here, '../../.dependency-cruiser.cjs')

/** Each rule of the import law with the file under violations/ that breaks it. */
const violations: Record<string, string> = {
  'no-cycles': 'apps/api/src/lib/chicken.ts',
  'shared-stands-alone': 'packages/shared/src/with-database.ts',
  'client-stands-alone': 'packages/client/src/with-node.ts',
  'client-takes-types-of-shared': 'packages/client/src/with-schema.ts',
  'apps-meet-over-http': 'apps/api/src/pages/with-react.ts',
  'web-knows-no-api': 'apps/web/src/lib/with-database.ts',
  'delivery-reads-published': 'apps/api/src/delivery/articles/with-drafts.ts',
  'delivery-features-apart': 'apps/api/src/delivery/articles/with-authors.ts',
  'editorial-writes-by-publication': 'apps/api/src/editorial/articles/with-analytics.ts',
  'editorial-features-apart': 'apps/api/src/editorial/articles/with-units.ts',
  'publication-stands-on-the-database': 'apps/api/src/publication/with-editorial.ts',
  'guarded-knows-no-side': 'apps/api/src/guarded/with-editorial.ts',
  'hand-over-calls-its-verb': 'apps/api/src/accounts/hand-over/hand-over.service.ts',
  'accounts-apart': 'apps/api/src/accounts/with-analytics.ts',
  'analytics-apart': 'apps/api/src/analytics/with-accounts.ts',
  'pages-apart': 'apps/api/src/pages/with-delivery.ts',
  'routes-know-no-sql': 'apps/api/src/editorial/articles/articles.routes.ts',
  'http-ends-at-routes': 'apps/api/src/publication/with-http.ts',
  'sql-stands-in-repositories': 'apps/api/src/editorial/articles/articles.service.ts',
  'plugins-are-handed-what-they-need': 'apps/api/src/plugins/with-accounts.ts',
  'lib-knows-no-feature': 'apps/api/src/lib/with-database.ts',
  'db-knows-no-feature': 'apps/api/src/db/with-publication.ts',
  'adapters-know-no-feature': 'apps/api/src/adapters/with-database.ts',
  'app-is-a-table-of-contents': 'apps/api/src/app.ts',
  'nothing-imports-the-start': 'apps/api/src/editorial/articles/with-start.ts',
  'site-knows-no-desk': 'apps/web/src/site/with-desk.ts',
  'desk-knows-no-site': 'apps/web/src/desk/with-site.ts',
  'site-takes-types-of-shared': 'apps/web/src/site/with-schema.ts',
  'web-features-apart': 'apps/web/src/features/articles/with-units.ts',
  'web-features-stand-on-ui': 'apps/web/src/features/articles/with-desk.ts',
  'ui-knows-no-feature': 'apps/web/src/ui/with-articles.ts',
  'web-lib-knows-no-feature': 'apps/web/src/lib/with-ui.ts',
}

interface Violation {
  rule: { name: string }
  from: string
}

const found = violationsIn(join(here, 'violations'))

describe('the import law', () => {
  test.each(Object.entries(violations))('%s is broken by %s', (rule, file) => {
    expect(found.filter((violation) => violation.rule.name === rule).map((violation) => violation.from)).toContain(file)
  })

  test('has no rule without a violation that proves it', () => {
    const rules = (require(config) as { forbidden: { name: string }[] }).forbidden.map(({ name }) => name)
    expect(rules.sort()).toEqual(Object.keys(violations).sort())
  })

  test('reads TypeScript: files and imports of types are seen', () => {
    expect(found.length).toBeGreaterThanOrEqual(Object.keys(violations).length)
  })
})

function violationsIn(folder: string): Violation[] {
  const bin = join(here, '../../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const options = ['--config', config, '--output-type', 'json', '--ts-config', join(here, '../../tsconfig.base.json'), 'apps', 'packages']
  const { stdout } = run(bin, options, folder)
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations
}

function run(bin: string, options: string[], cwd: string): { stdout: string } {
  try {
    return { stdout: execFileSync(process.execPath, [bin, ...options], { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }) }
  } catch (error) {
    // It exits with the number of violations.
    return error as { stdout: string }
  }
}
