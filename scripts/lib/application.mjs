import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { compiled, node, root } from './places.mjs'
import { run } from './processes.mjs'

// Left alone, V8 takes twice as much on a machine with much memory, for nothing that was measured. A third of the limit is in use. So near to
// it V8 looks through all of it each time that a tenth has come, which was a quarter of a rendered page's time: it waits until as much has come
// as there is. And where most requests of a crowd waited for long, V8 guesses that what belongs to them lasts and makes it among what does, where it
// keeps all of them until everything is looked through: the slowest hit of a hundred then took three times as long, and longer.
const frugal = ['--max-semi-space-size=8', '--max-old-space-size=320', '--heap-growing-percent=100', '--no-allocation-site-pretenuring']

// Of places for memory, glibc makes eight for each core otherwise: thirty megabytes under load, for nothing that was measured.
const ofTheMachine = { NODE_COMPILE_CACHE: compiled, MALLOC_ARENA_MAX: '2' }

/** Runs a TypeScript file of the api with the settings of `.env`, where there is one; it ends when this process is gone. */
export function runApi(file, args, cwd) {
  const env = { ...ofTheMachine, ...process.env, BANTIN_PARENT: String(process.pid) }
  const settings = join(root, '.env')
  return run(node, [...frugal, ...(existsSync(settings) ? [`--env-file=${settings}`] : []), join(root, 'apps/api/src', file), ...args], {
    cwd,
    env,
    terminal: true,
  })
}
