/** The bloc of which results are told. */
export const emulationBloc = 'khoi-thi-dua-tong-hop'

const legalBasis = 'Quy chế hoạt động và bảng điểm thi đua của Khối, ban hành kèm Quyết định số 07/QĐ-KTĐ'

/** Scores by member: its own, that of the bloc and the final one; invented. The one that ended later was a member then. */
export const demoYears = [
  {
    year: 2021,
    status: 'decided',
    legalBasis,
    scores: [
      { unit: 'van-phong-hdnd', scores: [101.5, 100.75, 101], note: 'Trưởng Khối' },
      { unit: 'van-phong-ubnd', scores: [100, 99.5, 99.5] },
      { unit: 'so-tai-chinh', scores: [99.5, 98.75, 98.75] },
      { unit: 'so-ke-hoach-dau-tu', scores: [98, 97.25, 97.5] },
      { unit: 'kho-bac', scores: [100.5, 99.5, 99.5], note: 'Phó Trưởng khối' },
      { unit: 'thue-tinh', scores: [98.5, 98, 98] },
      { unit: 'thong-ke-tinh', scores: [97, 96.5, 96.5] },
      { unit: 'ngan-hang-nha-nuoc', scores: [99, 98.25, 98.25] },
      { unit: 'hai-quan', scores: [96.5, 95.75, 95.75], note: 'Cộng điểm chống dịch tại cửa khẩu' },
    ],
  },
  {
    year: 2022,
    status: 'proposed',
    legalBasis: null,
    scores: [
      { unit: 'van-phong-ubnd', scores: [100.5, null, null] },
      { unit: 'ngan-hang-nha-nuoc', scores: [99.25, null, null] },
      { unit: 'kho-bac', scores: [98.5, null, null] },
    ],
  },
] as const satisfies {
  year: number
  status: 'proposed' | 'decided'
  legalBasis: string | null
  scores: { unit: string; scores: [self: number, bloc: number | null, final: number | null]; note?: string }[]
}[]

/** Commendations: two that were decided, one that is only proposed. */
export const demoAwards = [
  {
    year: 2021,
    unit: 'van-phong-hdnd',
    title: 'Cờ thi đua của UBND tỉnh',
    status: 'decided',
    authority: 'Chủ tịch UBND tỉnh',
    decisionNo: '118/QĐ-UBND',
    decidedOn: '2022-01-20',
  },
  {
    year: 2021,
    unit: 'kho-bac',
    title: 'Bằng khen của Chủ tịch UBND tỉnh',
    status: 'decided',
    authority: 'Chủ tịch UBND tỉnh',
    decisionNo: '119/QĐ-UBND',
    decidedOn: '2022-01-20',
  },
  { year: 2022, unit: 'van-phong-ubnd', title: 'Cờ thi đua của UBND tỉnh', status: 'proposed' },
] as const
