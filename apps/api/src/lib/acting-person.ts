import type { Actor } from '@bantin/shared/permissions'

/** Who acts, for permission and for the audit log. `address` is null for commands and jobs. */
export interface ActingPerson extends Actor {
  name: string
  address: string | null
}
