import type { EmulationMapping } from '@bantin/shared/editorial-emulation'
import { fold } from '@bantin/shared/text'

/** What may stand in a column. */
export const emulationFields = ['member', 'self', 'bloc', 'final', 'rank', 'note'] as const
export type EmulationField = (typeof emulationFields)[number]

/** Headings without diacritics and signs, a field's best ones first; a part of a heading is enough. */
const headings: Record<EmulationField, RegExp[]> = {
  rank: [/\b(xep hang|thu hang|hang|xep thu|rank)\b/],
  self: [/\b(tu cham|tu danh gia|tu cho|own|self)\b/],
  final: [/\b(diem cuoi|chung cuoc|chinh thuc|final|tham dinh|duyet)\b/, /\b(tong diem|tong cong|total|tong)\b/],
  bloc: [/\b(khoi cham|khoi danh gia|hoi dong|cham cheo|bloc s|bloc score)\b/, /\b(khoi|bloc|block)\b/],
  note: [/\b(ghi chu|nhan xet|note|notes|remark|remarks)\b/],
  member: [/^(?!ma |stt).*\b(don vi|thanh vien|co quan|ten|unit|member|name)\b/, /\b(ma|code)\b/],
}

/**
 * In which columns things probably stand, by their headings in Vietnamese or English. A column is taken once, the clearest words first: in
 * "Điểm khối chấm" and "Tổng điểm" neither is the other's.
 */
export function guessColumns(columns: readonly string[]): Partial<EmulationMapping> {
  const said = columns.map((name) => fold(name).replace(/[^a-z0-9]+/g, ' '))
  const found: Partial<Record<EmulationField, number>> = {}
  for (const round of [0, 1]) {
    for (const field of Object.keys(headings) as EmulationField[]) {
      const pattern = headings[field][round]
      const taken = Object.values(found)
      const at = pattern ? said.findIndex((name, column) => pattern.test(name) && !taken.includes(column)) : -1
      if (found[field] === undefined && at !== -1) found[field] = at
    }
  }
  return found
}

/** Rows that are about all members and not about one: totals and what stands below a table. Whoever takes the table can take them all the same. */
export function isTotal(cells: readonly string[]): boolean {
  const total = /^(tong( cong| so| diem)?|cong|trung binh( chung)?|binh quan|(grand )?total|sum|average)\s*([:\d].*)?$/
  return cells.some((cell) => total.test(fold(cell).trim()))
}
