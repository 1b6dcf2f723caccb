import { can, type UserAction } from '@bantin/shared/permissions'
import { useActor } from '../lib/use-session.ts'

/** Whether the signed-in person may do an action to users somewhere: over the whole site or over a unit. To whom, the API says. */
export function useUserPermission(): (action: UserAction) => boolean {
  const { userId, grants } = useActor()
  return (action) =>
    grants.some((grant) => can({ userId, grants: [grant] }, action, { unitPath: grant.unitId === null ? [] : [grant.unitId] }))
}
