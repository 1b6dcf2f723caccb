import type { DemoArticle } from './demo-content.ts'

/** The day on which two provinces became one: those of Trà Giang are called after Sông Trà since. */
const merger = '2025-07-01'

/** Names that units had before; `until` is the first day of the next one. */
export const formerNames: { unit: string; name: string; shortName?: string; until: string }[] = [
  { unit: 'ubnd-tinh', name: 'Uỷ ban nhân dân tỉnh Trà Giang', shortName: 'UBND tỉnh', until: merger },
  { unit: 'kho-bac', name: 'Kho bạc Nhà nước tỉnh Trà Giang', until: merger },
  { unit: 'thue-tinh', name: 'Cục Thuế tỉnh Trà Giang', shortName: 'Cục Thuế tỉnh', until: merger },
  { unit: 'thong-ke-tinh', name: 'Cục Thống kê tỉnh Trà Giang', shortName: 'Cục Thống kê tỉnh', until: merger },
  { unit: 'ngan-hang-nha-nuoc', name: 'Chi nhánh Ngân hàng Nhà nước tỉnh Trà Giang', until: merger },
  { unit: 'hai-quan', name: 'Chi cục Hải quan Trà Giang', until: merger },
]

/** A department that went into another one; it was a member of the bloc until then, and the inspectorate came in its place. */
export const endedUnit = {
  key: 'so-ke-hoach-dau-tu',
  slug: 'so-ke-hoach-va-dau-tu',
  name: 'Sở Kế hoạch và Đầu tư',
  kind: 'department' as const,
  code: 'H00.14',
  parent: 'ubnd-tinh',
  bloc: 'khoi-thi-dua-tong-hop',
  into: 'so-tai-chinh',
  on: '2025-03-01',
  follower: 'thanh-tra-tinh',
}

/** Who leads the bloc: decided for a year, and proposed for the next one. */
export const blocTerms = [
  { year: 2021, unit: 'van-phong-hdnd', role: 'head', status: 'decided' },
  { year: 2021, unit: 'kho-bac', role: 'deputy', status: 'decided' },
  { year: 2022, unit: 'van-phong-ubnd', role: 'head', status: 'proposed' },
  { year: 2022, unit: 'ngan-hang-nha-nuoc', role: 'deputy', status: 'proposed' },
] as const

interface DemoPost {
  unit: string
  name: string
  /** One after the other; `key` is that of the appointment, `from` its first day. */
  holders: { key: string; slug: string; fullName: string; from?: string }[]
}

/** Posts with who held them before and holds them now. */
export const demoPosts: DemoPost[] = [
  {
    unit: 'ubnd-tinh',
    name: 'Phó Chủ tịch Thường trực',
    holders: [
      { key: 'pho-chu-tich-2021', slug: 'nguyen-anh-chuc', fullName: 'Nguyễn Anh Chức' },
      { key: 'pho-chu-tich', slug: 'dang-quoc-huy', fullName: 'Đặng Quốc Huy', from: merger },
    ],
  },
  {
    unit: 'van-phong-hdnd',
    name: 'Chánh Văn phòng',
    holders: [
      { key: 'chanh-van-phong-2021', slug: 'nguyen-hoang-son', fullName: 'Nguyễn Hoàng Sơn' },
      { key: 'chanh-van-phong', slug: 'vu-thi-thanh-mai', fullName: 'Vũ Thị Thanh Mai', from: '2024-01-01' },
    ],
  },
  {
    unit: 'kho-bac',
    name: 'Giám đốc',
    holders: [
      { key: 'giam-doc-kho-bac-2021', slug: 'tran-quang-nguyen', fullName: 'Trần Quang Nguyên' },
      { key: 'giam-doc-kho-bac', slug: 'ly-minh-tam', fullName: 'Lý Minh Tâm', from: merger },
    ],
  },
]

/** An article of the archive. `{words|key}` names somebody by an appointment. */
export const pastArticle = {
  title: 'Khối Thi đua Tổng hợp họp tổng kết năm 2021, chọn đơn vị dẫn dắt năm 2022',
  sapo: 'Chín cơ quan trong khối cùng nhìn lại một năm vừa chống dịch vừa làm việc, bình xét thi đua và giới thiệu trưởng khối, phó trưởng khối cho năm sau.',
  body: [
    'Cuộc họp ngày 28/12/2021 do {ông Nguyễn Hoàng Sơn, Chánh Văn phòng Đoàn ĐBQH và HĐND tỉnh|chanh-van-phong-2021}, Trưởng khối, chủ trì. {Ông Trần Quang Nguyên, Giám đốc Kho bạc Nhà nước tỉnh|giam-doc-kho-bac-2021}, Phó Trưởng khối, điều hành phần bình xét.',
    'Dịch bệnh kéo dài khiến nhiều việc phải làm lại kế hoạch, song cả chín cơ quan đều giữ được các phong trào đã đăng ký. Phần còn yếu, theo các ý kiến tại cuộc họp, là việc chung giữa các cơ quan và việc khen người làm tốt cho kịp lúc.',
    'Dự họp, {ông Nguyễn Anh Chức, Phó Chủ tịch Thường trực UBND tỉnh|pho-chu-tich-2021}, đề nghị mỗi cơ quan gắn thi đua với nhiệm vụ của mình và chỉ rõ điều chưa làm được trước khi bàn việc năm sau.',
    'Khối giới thiệu Văn phòng UBND tỉnh làm Trưởng khối, Chi nhánh Ngân hàng Nhà nước tỉnh làm Phó Trưởng khối năm 2022.',
  ] satisfies DemoArticle['body'],
  units: ['khoi-thi-dua-tong-hop', 'van-phong-hdnd', 'kho-bac', 'so-ke-hoach-dau-tu', 'ubnd-tinh'],
  author: 'ban-bien-tap',
  event: { startsOn: '2021-12-28', place: 'Trụ sở Văn phòng Đoàn ĐBQH và HĐND tỉnh' },
  at: '2021-12-28T16:30:00+07:00',
}
