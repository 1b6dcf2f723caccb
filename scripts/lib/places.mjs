import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** The Node of this repository. Not `node_modules/.bin/node`: that is a shell script, which passes no signal on. */
export const node = join(root, 'node_modules', 'node', 'bin', 'node')

/** Where Node keeps what it has compiled, so that a start reads it instead of compiling anew: half of a start's work. */
export const compiled = join(root, 'node_modules', '.cache', 'compiled')
