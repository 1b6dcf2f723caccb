import { isId } from '@bantin/shared/is-id'
import { type Role, roles } from '@bantin/shared/permissions'
import type { UserState } from '@bantin/shared/users'
import type { UsersFilters } from './users.api.ts'

/** The states and roles to filter by, as they stand in the address. */
export const stateFilters = {
  'dang-dung': 'active',
  'cho-nhan': 'invited',
  'da-khoa': 'disabled',
} as const satisfies Record<string, UserState>
export type StateFilter = keyof typeof stateFilters

/** What the page of users shows, in the words of its address. */
export interface UsersSearch {
  tim?: string
  'trang-thai'?: StateFilter
  'vai-tro'?: Role
  'don-vi'?: string
}

/** What an address says; what it says wrongly is left out. A search for digits alone arrives as a number. */
export function readUsersSearch(raw: Record<string, unknown>): UsersSearch {
  const { tim, 'trang-thai': state, 'vai-tro': role, 'don-vi': unit } = raw
  const text = typeof tim === 'string' || typeof tim === 'number' ? String(tim).trim().slice(0, 100) : ''
  return {
    ...(text ? { tim: text } : {}),
    ...(typeof state === 'string' && Object.hasOwn(stateFilters, state) ? { 'trang-thai': state as StateFilter } : {}),
    ...(roles.some((known) => known === role) ? { 'vai-tro': role as Role } : {}),
    ...(typeof unit === 'string' && isId(unit) ? { 'don-vi': unit } : {}),
  }
}

/** What the API is asked for. */
export function usersFiltersOf({ tim, 'trang-thai': state, 'vai-tro': role, 'don-vi': unit }: UsersSearch): UsersFilters {
  return {
    ...(tim ? { q: tim } : {}),
    ...(state ? { state: stateFilters[state] } : {}),
    ...(role ? { role } : {}),
    ...(unit ? { unit } : {}),
  }
}
