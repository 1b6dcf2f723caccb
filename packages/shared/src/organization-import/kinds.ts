import { appointmentKinds } from '../people.ts'
import { foldedWords } from '../search/words.ts'
import { unitKinds } from '../units.ts'

type UnitKind = (typeof unitKinds)[number]
type AppointmentKind = (typeof appointmentKinds)[number]

/** How tables call the kinds of units, without regard to capitals and diacritics. The first is that of an export. */
export const unitKindWords: Record<UnitKind, string[]> = {
  agency: ['Cơ quan', 'Sở', 'Sở, ngành', 'Ngành'],
  department: ['Phòng, ban', 'Phòng', 'Phòng chuyên môn', 'Ban chuyên môn'],
  office: ['Văn phòng'],
  committee: ['Ủy ban, ban', 'Ủy ban', 'Uỷ ban nhân dân', 'Ban', 'Ban chỉ đạo'],
  council: ['Hội đồng', 'Hội đồng nhân dân'],
  commune: ['Xã, phường', 'Xã', 'Phường', 'Thị trấn', 'Đặc khu'],
  branch: ['Chi nhánh, đơn vị trực thuộc', 'Chi nhánh', 'Đơn vị trực thuộc', 'Chi cục'],
  bloc: ['Khối thi đua', 'Khối', 'Cụm thi đua', 'Cụm, khối thi đua'],
  collective: ['Tập thể'],
  other: ['Khác'],
}

/** How they call the way in which somebody holds a post. */
export const appointmentKindWords: Record<AppointmentKind, string[]> = {
  substantive: ['Chính thức', 'Bổ nhiệm'],
  acting: ['Giữ quyền', 'Quyền', 'Phụ trách'],
  concurrent: ['Kiêm nhiệm', 'Kiêm'],
}

/** The kind of unit that a cell names; undefined where it is none. */
export function readUnitKind(cell: string): UnitKind | undefined {
  return readKind(unitKinds, unitKindWords, cell)
}

/** The way of holding a post that a cell names. */
export function readAppointmentKind(cell: string): AppointmentKind | undefined {
  return readKind(appointmentKinds, appointmentKindWords, cell)
}

function readKind<K extends string>(kinds: readonly K[], words: Record<K, string[]>, cell: string): K | undefined {
  const said = foldedWords(cell)
  return kinds.find((kind) => kind === said || words[kind].some((word) => foldedWords(word) === said))
}
