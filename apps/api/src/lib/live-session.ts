import type { ActingPerson } from './acting-person.ts'

/** The session behind a request. */
export interface LiveSession {
  id: string
  /** Its person and his grants as they are now: for answers that were long in coming. Throws `unauthorized` when it has ended. */
  readActor(): Promise<ActingPerson>
}
