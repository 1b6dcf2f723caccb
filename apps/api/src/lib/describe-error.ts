import { inspect } from 'node:util'
import { StartError } from './start-error.ts'

/** A StartError is one line for people; anything else is ours to mend and keeps its stack and its causes. */
export function describeError(error: unknown): string {
  if (error instanceof StartError) return error.message
  return inspect(error)
}
