import { compiled } from './places.mjs'

/**
 * What Node is told where it runs the application. Left alone, V8 takes twice as much on a machine with much memory, for nothing that was
 * measured. A third of the limit is in use. So near to it V8 looks through all of it each time that a tenth has come, which was a quarter of
 * a rendered page's time: it waits until as much has come as there is.
 *
 * And where most requests of a crowd waited for long, V8 guesses that what belongs to them lasts, and makes it among what does. There it keeps
 * all of them until everything is looked through: in two of three trials the slowest of a hundred hits then took 211 and 61 ms instead of 33
 * and 21, in the third as long.
 */
export const nodeFlags = [
  '--max-semi-space-size=8',
  '--max-old-space-size=320',
  '--heap-growing-percent=100',
  '--no-allocation-site-pretenuring',
]

/** Its environment. Of places for memory, glibc makes eight for each core otherwise: thirty megabytes under load, for nothing that was measured. */
export const nodeEnvironment = { NODE_COMPILE_CACHE: compiled, MALLOC_ARENA_MAX: '2' }
