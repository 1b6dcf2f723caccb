import { isId } from '@bantin/shared/is-id'
import { isDay } from '../../lib/is-day.ts'

/** Which days are shown: from today back, or as they are chosen. */
export const ranges = ['hom-nay', '7-ngay', '30-ngay', '90-ngay', '12-thang', 'tat-ca', 'tu-chon'] as const
export type Range = (typeof ranges)[number]

export const filterNames = ['don-vi', 'tac-gia', 'chuyen-muc'] as const
export type FilterName = (typeof filterNames)[number]

/** What the page of figures shows, in the words of its address. One filter at a time. */
export type FiguresSearch = { xem?: 'bao-cao'; ky?: Range; tu?: string; den?: string } & { [N in FilterName]?: string }

/** What an address says; what it says wrongly is left out. */
export function readFiguresSearch(raw: Record<string, unknown>): FiguresSearch {
  const { xem, ky, tu, den } = raw
  const filter = filterNames.find((name) => typeof raw[name] === 'string' && isId(raw[name]))
  const range = ranges.find((one) => one === ky)
  return {
    ...(xem === 'bao-cao' ? { xem } : {}),
    ...(range ? { ky: range } : {}),
    ...(range === 'tu-chon' && isDay(tu) ? { tu } : {}),
    ...(range === 'tu-chon' && isDay(den) ? { den } : {}),
    ...(filter ? { [filter]: raw[filter] } : {}),
  }
}
