import { isId } from '@bantin/shared/is-id'
import type { MediaKind } from '@bantin/shared/media-types'
import type { MediaFilters } from './media.api.ts'

/** The kinds to filter by, as they stand in the address. */
export const kindFilters = {
  anh: 'picture',
  'tai-lieu': 'document',
  'am-thanh': 'audio',
  video: 'video',
} as const satisfies Record<string, MediaKind>
export type KindFilter = keyof typeof kindFilters

/** What the library shows, in the words of its address. */
export interface MediaSearch {
  tim?: string
  loai?: KindFilter
  'don-vi'?: string
  'cua-toi'?: true
  'chua-dung'?: true
}

/** What an address says; what it says wrongly is left out. A search for digits alone arrives as a number. */
export function readMediaSearch(raw: Record<string, unknown>): MediaSearch {
  const { tim, loai, 'don-vi': unit } = raw
  const text = typeof tim === 'string' || typeof tim === 'number' ? String(tim).trim().slice(0, 100) : ''
  return {
    ...(text ? { tim: text } : {}),
    ...(typeof loai === 'string' && Object.hasOwn(kindFilters, loai) ? { loai: loai as KindFilter } : {}),
    ...(typeof unit === 'string' && isId(unit) ? { 'don-vi': unit } : {}),
    ...(raw['cua-toi'] === true ? { 'cua-toi': true } : {}),
    ...(raw['chua-dung'] === true ? { 'chua-dung': true } : {}),
  }
}

/** What the API is asked for. */
export function mediaFiltersOf({ tim, loai, 'don-vi': unitId, ...only }: MediaSearch): MediaFilters {
  return {
    ...(tim ? { q: tim } : {}),
    ...(loai ? { kind: kindFilters[loai] } : {}),
    ...(unitId ? { unitId } : {}),
    ...(only['cua-toi'] ? { me: true } : {}),
    ...(only['chua-dung'] ? { unused: true } : {}),
  }
}
