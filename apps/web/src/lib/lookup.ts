import { ApiError } from './api-error.ts'

/** What was looked up by its address, or why it is not there: never known, or taken down. */
export type Lookup<T> = { found: T } | { missing: 'unknown' | 'removed' }

/** Turns the API's 404 and 410 into an answer: a page that is not there is a page to show, not a failure to try again. */
export async function lookUp<T>(request: Promise<T>): Promise<Lookup<T>> {
  try {
    return { found: await request }
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return { missing: 'unknown' }
    if (error instanceof ApiError && error.status === 410) return { missing: 'removed' }
    throw error
  }
}
