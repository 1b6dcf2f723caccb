import { type Actor, can } from '@bantin/shared/permissions'
import { ProblemError } from '../errors.ts'

/** Passes for whoever has a role: the organization is one for the whole site. Throws `forbidden`. */
export function requireOrganizationReader(actor: Actor): void {
  if (!can(actor, 'organization.read', { unitPath: [] })) throw new ProblemError('forbidden')
}
