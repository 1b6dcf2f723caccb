import type { NamedGrant } from '@bantin/shared/named-grant'
import type { GrantInput } from '@bantin/shared/users'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'

/** Says a role with where it is held: "Biên tập viên, Sở Nội vụ". */
export function useSayGrant(): (grant: NamedGrant) => string {
  const { roles, wholeSite } = useDeskText()
  return ({ role, unitId, unitName }) => `${roles[role]}, ${unitId === null ? wholeSite : (unitName ?? '…')}`
}

/** Whether both say the same, wherever the unit's name comes from. */
export function isSameGrant(one: GrantInput, other: GrantInput): boolean {
  return one.role === other.role && one.unitId === other.unitId
}

/** Whether two lists hold the same roles, in whatever order. */
export function areSameGrants(some: readonly GrantInput[], others: readonly GrantInput[]): boolean {
  return some.length === others.length && some.every((grant) => others.some((other) => isSameGrant(grant, other)))
}

/** A role as the API takes it. */
export function inputOf({ role, unitId }: NamedGrant): GrantInput {
  return { role, unitId }
}
