import { expect, test } from 'vitest'
import type { Title } from '../titles.ts'
import { namesBesideTitles, titleFaults } from './title-faults.ts'

const day = '2021-12-28'

function title(
  name: string,
  post: string,
  unit: [name: string, shortName?: string],
  days: { from?: string; through?: string } = {},
): Title {
  const { from = null, through = null } = days
  const current = (from === null || from <= day) && (through === null || through >= day)
  const ids = {
    appointmentId: `${name} ${post}`,
    person: { id: name, name },
    unit: { id: unit[0], name: unit[0], shortName: unit[1] ?? null },
  }
  return { ...ids, post, kind: 'substantive', from, through, current }
}

const province: [string, string] = ['Uỷ ban nhân dân tỉnh Trà Giang', 'UBND tỉnh']
const known = [
  title('Nguyễn Anh Chức', 'Phó Chủ tịch Thường trực', province),
  title('Nguyễn Hoàng Sơn', 'Chánh Văn phòng', ['Văn phòng Đoàn ĐBQH và HĐND tỉnh'], { from: '2019-01-01', through: '2023-12-31' }),
  title('Nguyễn Hoàng Sơn', 'Giám đốc', ['Sở Nội vụ'], { from: '2015-01-01', through: '2018-12-31' }),
  title('Trần Quang Hòa', 'Giám đốc', ['Kho bạc Nhà nước tỉnh Trà Giang'], { through: '2020-06-30' }),
  title('Vũ Thị Thanh Mai', 'Chánh Văn phòng', ['Văn phòng Đoàn ĐBQH và HĐND tỉnh'], { from: '2024-01-01' }),
  title('Lê Minh', 'Chủ tịch', ['UBND xã Bình An']),
  title('Lê Minh', 'Trưởng phòng', ['Phòng Tài chính']),
]

const found = (text: string) => titleFaults(text, known, day).map((fault) => `${fault.kind}: ${fault.title} | ${fault.name}`)

test.each([
  ['Giám đốc Kho bạc Nhà nước tỉnh Trần Quang Hòa phát biểu.', 'ended: Giám đốc Kho bạc Nhà nước tỉnh | Trần Quang Hòa'],
  ['Ông Trần Quang Hoà, Giám đốc Kho bạc Nhà nước tỉnh, điều hành.', 'ended: Giám đốc Kho bạc Nhà nước tỉnh | Trần Quang Hoà'],
  ['Dự họp có đồng chí Nguyễn Hoàng Sơn - Giám đốc Sở Nội vụ.', 'ended: Giám đốc Sở Nội vụ | Nguyễn Hoàng Sơn'],
  ['Chánh Văn phòng Vũ Thị Thanh Mai chủ trì.', 'later: Chánh Văn phòng | Vũ Thị Thanh Mai'],
  ['Chủ tịch UBND tỉnh Nguyễn Anh Chức chủ trì cuộc họp.', 'other: Chủ tịch UBND tỉnh | Nguyễn Anh Chức'],
  ['Bí thư Tỉnh ủy Nguyễn Hoàng Sơn yêu cầu các sở báo cáo.', 'other: Bí thư Tỉnh ủy | Nguyễn Hoàng Sơn'],
  ['Chánh Văn phòng Sở Tài chính Nguyễn Hoàng Sơn dự.', 'other: Chánh Văn phòng Sở Tài chính | Nguyễn Hoàng Sơn'],
  ['Theo Giám đốc Trần Quang Hòa, kho bạc đã chi đủ.', 'ended: Giám đốc | Trần Quang Hòa'],
  ['Cục trưởng Lê Minh cho biết.', 'other: Cục trưởng | Lê Minh'],
])('asks about: %s', (text, expected) => expect(found(text)).toEqual([expected]))

test.each([
  'Phó Chủ tịch Thường trực UBND tỉnh Nguyễn Anh Chức phát biểu.',
  'Ông Nguyễn Anh Chức, Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh, đề nghị.',
  'Ông Nguyễn Hoàng Sơn, Chánh Văn phòng Đoàn ĐBQH và HĐND tỉnh, Trưởng khối, chủ trì.',
  // Nobody is sure of these.
  'Nguyên Giám đốc Kho bạc Nhà nước tỉnh Trần Quang Hòa đến dự.',
  'Ông Trần Quang Hòa, nguyên Giám đốc Kho bạc Nhà nước tỉnh, đến dự.',
  'Chủ tịch UBND tỉnh đã trao bằng khen cho ông Nguyễn Hoàng Sơn.',
  'Chủ tịch UBND tỉnh và ông Nguyễn Hoàng Sơn cùng dự.',
  'Chủ tịch UBND tỉnh tặng hoa Nguyễn Hoàng Sơn.',
  'Dự họp có ông Nguyễn Hoàng Sơn, Chủ tịch UBND tỉnh Đặng Quốc Huy và nhiều người khác.',
  'Trưởng ban Tổ chức Nguyễn Hoàng Sơn khai mạc.',
  'Bí thư Đảng ủy, Phó Chủ tịch Thường trực UBND tỉnh Nguyễn Anh Chức phát biểu.',
  'Bí thư Tỉnh ủy, Chánh Văn phòng Nguyễn Hoàng Sơn.',
  // Other people.
  'Chủ tịch UBND tỉnh Nguyễn Anh Chúc phát biểu.',
  'Chủ tịch UBND tỉnh Trần Lê Minh phát biểu.',
  'Chủ tịch UBND tỉnh Lê Minh Tâm phát biểu.',
  'Giám đốc Sở Nội vụ. Nguyễn Hoàng Sơn không dự.',
  'Đường Nguyễn Hoàng Sơn được mở rộng, chủ tịch xã nói.',
  'Chủ tịch xã Lê Minh dự; Trưởng phòng Tài chính Lê Minh vắng.',
])('keeps silent about: %s', (text) => expect(found(text)).toEqual([]))

test('names to ask for are those beside a title, folded, and few', () => {
  const text = 'Ông Nguyễn Văn An, Chủ tịch UBND tỉnh, và bà Trần Lê Minh ở Sở Nội vụ.\nPhó Giám đốc Sở Y tế Lê Hòa. CHỦ TỊCH NGUYỄN VĂN AN'
  expect(namesBesideTitles(text)).toEqual(['ong nguyen van an', 'nguyen van an', 'so y', 'le hoa'])
})

test('says when a title was his, or which ones he has', () => {
  const [ended, other] = [
    titleFaults('Giám đốc Sở Nội vụ Nguyễn Hoàng Sơn', known, day),
    titleFaults('Chủ tịch UBND tỉnh Nguyễn Anh Chức', known, day),
  ]
  expect(ended[0]?.titles).toMatchObject([{ post: 'Giám đốc', from: '2015-01-01', through: '2018-12-31' }])
  expect(other[0]?.titles).toMatchObject([{ post: 'Phó Chủ tịch Thường trực', current: true }])
})
