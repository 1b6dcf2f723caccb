import type { Actor } from '@bantin/shared/permissions'

/** Who acts, for permission and for the audit log. `address` is null for commands and jobs. */
export interface ActingPerson extends Actor {
  name: string
  address: string | null
}

/** Whoever can run commands on the server can change its database anyway, so he may do everything; the log names him as such. */
export const operator: ActingPerson = { userId: null, name: 'command line', grants: [{ role: 'admin', unitId: null }], address: null }

/** Does what was scheduled. Whoever set the time was asked for his permission then. */
export const clock: ActingPerson = { userId: null, name: 'clock', grants: [{ role: 'admin', unitId: null }], address: null }

/** Somebody who is not signed in, and may do nothing but ask. */
export const somebody: ActingPerson = { userId: null, name: 'not signed in', grants: [], address: null }
