import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { nodeEnvironment, nodeFlags } from './node-settings.mjs'
import { node, root } from './places.mjs'
import { run } from './processes.mjs'

/** Runs a TypeScript file of the api with the settings of `.env`, where there is one; it ends when this process is gone. */
export function runApi(file, args, cwd) {
  const env = { ...nodeEnvironment, ...process.env, BANTIN_PARENT: String(process.pid) }
  const settings = join(root, '.env')
  return run(node, [...nodeFlags, ...(existsSync(settings) ? [`--env-file=${settings}`] : []), join(root, 'apps/api/src', file), ...args], {
    cwd,
    env,
    terminal: true,
  })
}
