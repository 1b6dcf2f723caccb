import type { UserState } from '@bantin/shared/users'

/** A route about one user, with what a test needs to be accepted there or refused. */
export interface UserRoute {
  name: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Behind the user's address. */
  path: string
  /** A body that fits; undefined where there is none. */
  body?: object
  needsVersion: boolean
  /** Whom it is for. */
  state: UserState
  /** What it answers whoever may do it. Absent: that takes more than the request. */
  status?: number
}

/** Every route about one user but handing over. */
export const userRoutes: UserRoute[] = [
  { name: 'read', method: 'GET', path: '', needsVersion: false, state: 'active', status: 200 },
  { name: 'change', method: 'PATCH', path: '', body: { name: 'Tên Mới' }, needsVersion: true, state: 'active', status: 200 },
  { name: 'grant', method: 'PUT', path: '/grants', body: { grants: [] }, needsVersion: true, state: 'active', status: 200 },
  { name: 'invite again', method: 'POST', path: '/invitation', body: {}, needsVersion: false, state: 'invited', status: 201 },
  { name: 'reset', method: 'POST', path: '/reset', body: {}, needsVersion: false, state: 'active', status: 201 },
  { name: 'disable', method: 'POST', path: '/disable', body: {}, needsVersion: true, state: 'active', status: 200 },
  { name: 'enable', method: 'POST', path: '/enable', body: {}, needsVersion: true, state: 'disabled', status: 200 },
  { name: 'end sessions', method: 'DELETE', path: '/sessions', needsVersion: false, state: 'active', status: 204 },
  {
    name: 'reset second factor',
    method: 'POST',
    path: '/reset-second-factor',
    body: { code: '123456' },
    needsVersion: false,
    state: 'active',
  },
]
