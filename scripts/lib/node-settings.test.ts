import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeFlags } from './node-settings.mjs'
import { root } from './places.mjs'

test('in the image, the application is compiled and started with the same flags as elsewhere', () => {
  const image = readFileSync(join(root, 'Dockerfile'), 'utf8')
  const commands = [...image.matchAll(/^(?:RUN|CMD) (\["node", .*"apps\/api\/.*\])$/gm)].map(([, command = '']) => JSON.parse(command))
  expect(commands).toEqual([
    ['node', ...nodeFlags, 'apps/api/src/cli.ts', 'help'],
    ['node', ...nodeFlags, 'apps/api/src/main.ts'],
  ])
})
