import { isId } from '@bantin/shared/is-id'
import type { PublicState, WorkState } from '@bantin/shared/lifecycle'
import { countTerms, maxQueryLength, maxTerms, parseQuery } from '@bantin/shared/search/query'
import type { EditorialFilters } from '../editorial.api.ts'

/** The states to filter by, as they stand in the address. */
export const workFilters = {
  nhap: 'draft',
  'cho-duyet': 'in_review',
  'da-duyet': 'approved',
  'hen-gio': 'scheduled',
} as const satisfies Record<string, WorkState>
export const publicFilters = {
  'chua-dang': 'none',
  'dang-dang': 'published',
  'tam-go': 'held',
  'thu-hoi': 'withdrawn',
  'chuyen-bai': 'redirected',
  'da-go': 'removed',
} as const satisfies Record<string, PublicState>
/** Whose: one's own are those that one made or works on. */
export const ownerFilters = ['toi', 'giao-toi', 'nguoi-khac'] as const

export type WorkFilter = keyof typeof workFilters
export type PublicFilter = keyof typeof publicFilters
export type OwnerFilter = (typeof ownerFilters)[number]

/** The filters of the list, in the words of the address. */
export interface ListSearch {
  /** Words that are searched for. */
  tim?: string
  'ban-nhap'?: WorkFilter
  'trang-thai'?: PublicFilter
  'don-vi'?: string
  cua?: OwnerFilter
  'qua-gio'?: true
  'dang-truoc'?: true
}

/**
 * What an address says; what it says wrongly is left out, so that an old link still opens the list. A search for digits alone arrives as a
 * number.
 */
export function readListSearch(raw: Record<string, unknown>): ListSearch {
  const { tim, 'ban-nhap': work, 'trang-thai': state, 'don-vi': unit, cua: owner } = raw
  const text = typeof tim === 'string' || typeof tim === 'number' ? String(tim).trim().slice(0, maxQueryLength) : ''
  return {
    ...(text ? { tim: text } : {}),
    ...(isKey(workFilters, work) ? { 'ban-nhap': work } : {}),
    ...(isKey(publicFilters, state) ? { 'trang-thai': state } : {}),
    ...(typeof unit === 'string' && isId(unit) ? { 'don-vi': unit } : {}),
    ...(ownerFilters.some((known) => known === owner) ? { cua: owner as OwnerFilter } : {}),
    ...(raw['qua-gio'] === true ? { 'qua-gio': true as const } : {}),
    ...(raw['dang-truoc'] === true ? { 'dang-truoc': true as const } : {}),
  }
}

/** Whether the API would refuse what is searched for. */
export function hasTooManyWords({ tim = '' }: ListSearch): boolean {
  return countTerms(parseQuery(tim)) > maxTerms
}

/** What the API is asked for these filters, by the person with this id. */
export function filtersOf(search: ListSearch, userId: string): EditorialFilters {
  const { tim, 'ban-nhap': work, 'trang-thai': state, 'don-vi': unit, cua: owner } = search
  return {
    ...(tim ? { q: tim } : {}),
    ...(work ? { workState: workFilters[work] } : {}),
    ...(state ? { publicState: publicFilters[state] } : {}),
    ...(unit ? { unitId: unit } : {}),
    ...(owner === 'giao-toi' ? { assigneeId: userId } : owner ? { me: owner === 'toi' } : {}),
    ...(search['qua-gio'] ? { overdue: true } : {}),
    ...(search['dang-truoc'] ? { unreviewed: true } : {}),
  }
}

function isKey<K extends string>(known: Record<K, unknown>, value: unknown): value is K {
  return typeof value === 'string' && Object.hasOwn(known, value)
}
