import type { PersonField, PersonMapping, UnitField, UnitMapping } from '../organization-import.ts'
import { foldedWords } from '../search/words.ts'

/**
 * The headings under which fields of a line about a unit are known, without regard to capitals, diacritics and signs. The first is that of an
 * export.
 */
export const unitHeadings: Record<UnitField, string[]> = {
  codeScheme: ['Bảng mã', 'Hệ mã', 'Danh mục mã', 'Code scheme', 'Scheme', 'codeScheme'],
  code: ['Mã đơn vị', 'Mã', 'Mã định danh', 'Mã định danh điện tử', 'Code', 'Unit code'],
  slug: ['Đường dẫn', 'Slug', 'Address on the site'],
  name: ['Tên đơn vị', 'Tên', 'Tên cơ quan', 'Tên cơ quan, đơn vị', 'Cơ quan, đơn vị', 'Đơn vị', 'Name', 'Unit', 'Unit name'],
  shortName: ['Tên viết tắt', 'Viết tắt', 'Tên ngắn', 'Tên gọi tắt', 'Short name', 'Abbreviation', 'shortName'],
  kind: ['Loại', 'Loại đơn vị', 'Loại hình', 'Kind', 'Type'],
  parent: [
    ...[
      'Mã đơn vị cấp trên',
      'Mã cấp trên',
      'Mã đơn vị cha',
      'Mã cha',
      'Trực thuộc',
      'Cấp trên',
      'Đơn vị cấp trên',
      'Mã đơn vị trực thuộc',
    ],
    ...['Parent code', 'Parent', 'parentCode'],
  ],
  from: ['Từ ngày', 'Ngày thành lập', 'Thành lập', 'From', 'Since'],
  through: ['Đến hết ngày', 'Đến ngày', 'Ngày kết thúc', 'Through', 'Until', 'To'],
  address: ['Địa chỉ', 'Trụ sở', 'Address'],
  phone: ['Điện thoại', 'Số điện thoại', 'SĐT', 'Phone', 'Telephone'],
  email: ['Email', 'Thư điện tử', 'Hộp thư', 'E-mail', 'Mail'],
  openingHours: ['Giờ làm việc', 'Giờ tiếp dân', 'Thời gian làm việc', 'Opening hours', 'openingHours'],
  order: ['Thứ tự', 'Số thứ tự', 'STT', 'Order', 'Position'],
}

/** The same of lines about somebody in a post. */
export const personHeadings: Record<PersonField, string[]> = {
  name: ['Họ và tên', 'Họ tên', 'Họ và tên đệm', 'Tên', 'Full name', 'Name'],
  slug: ['Đường dẫn', 'Slug', 'Address on the site'],
  unit: ['Mã đơn vị', 'Đơn vị', 'Mã cơ quan', 'Cơ quan', 'Unit code', 'Unit', 'unitCode'],
  post: ['Chức vụ', 'Chức danh', 'Vị trí', 'Post', 'Position', 'Title'],
  kind: ['Hình thức', 'Hình thức giữ chức', 'Loại', 'Kind', 'Type'],
  from: ['Từ ngày', 'Ngày bổ nhiệm', 'Bổ nhiệm từ', 'From', 'Since'],
  through: ['Đến hết ngày', 'Đến ngày', 'Ngày kết thúc', 'Through', 'Until', 'To'],
  decisionNo: ['Số quyết định', 'Quyết định', 'QĐ số', 'Quyết định số', 'Decision no', 'Decision', 'decisionNo'],
  order: ['Thứ tự', 'Thứ tự trong đơn vị', 'Order'],
  seniority: ['Thứ bậc', 'Thâm niên', 'Xếp hạng', 'Seniority', 'Rank'],
  phone: ['Điện thoại', 'Số điện thoại', 'SĐT', 'Phone', 'Telephone'],
  email: ['Email', 'Thư điện tử', 'Hộp thư', 'E-mail', 'Mail'],
}

/** In which of these columns each field of a line about a unit stands: the first that is headed so. */
export function findUnitColumns(columns: string[]): UnitMapping {
  return findColumns(unitHeadings, columns)
}

/** The same of lines about somebody in a post. */
export function findPersonColumns(columns: string[]): PersonMapping {
  return findColumns(personHeadings, columns)
}

function findColumns<F extends string>(headings: Record<F, string[]>, columns: string[]): Partial<Record<F, number>> {
  const folded = columns.map(known)
  const found = (Object.keys(headings) as F[]).flatMap((field) => {
    const at = headings[field].map((heading) => folded.indexOf(known(heading))).find((column) => column !== -1)
    return at === undefined ? [] : [[field, at] as const]
  })
  return Object.fromEntries(found) as Partial<Record<F, number>>
}

function known(heading: string): string {
  return foldedWords(heading).replaceAll(/[^a-z0-9]/g, '')
}
