import type { Action } from '@bantin/shared/permissions'

/**
 * Who comes in by a route: by an action of `can()`, which its service asks for with what the route is about; as whoever is signed in,
 * about himself; or without a session: by a portal's key, by a token in the address or the body, by the refresh cookie, or by nothing at all.
 */
export type Access = Action | 'signed in' | 'key' | 'refresh cookie' | 'anyone with the link' | 'anyone'

/** The access of each route of the API, named as it is registered, behind the prefix of the version. */
export type AccessTable = Record<`${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`, Access>

/** Whether it takes a live session. */
export function isGuarded(access: Access): boolean {
  return access === 'signed in' || access.includes('.')
}
