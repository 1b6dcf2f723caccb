import type { DemoAuthor } from './demo-content.ts'

/** The bylines of the demo: three invented persons and the editorial board. */
export const demoAuthors: DemoAuthor[] = [
  {
    key: 'ban-bien-tap',
    slug: 'ban-bien-tap',
    displayName: 'Ban biên tập',
    kind: 'collective',
    bio: 'Ban biên tập Cổng Thông tin điện tử tỉnh Sông Trà tiếp nhận, biên soạn và chịu trách nhiệm về nội dung đăng trên cổng.',
    unit: 'cong-thong-tin',
  },
  {
    key: 'le-minh-hanh',
    slug: 'le-minh-hanh',
    displayName: 'Lê Minh Hạnh',
    kind: 'person',
    bio: 'Phóng viên theo dõi hoạt động của HĐND, UBND tỉnh và công tác thi đua, khen thưởng.',
    unit: 'cong-thong-tin',
  },
  {
    key: 'tran-thu-ngan',
    slug: 'tran-thu-ngan',
    displayName: 'Trần Thu Ngân',
    kind: 'person',
    bio: 'Phóng viên mảng văn hoá, giáo dục, y tế và cải cách hành chính; thường có mặt ở các xã vùng cao.',
    unit: 'cong-thong-tin',
  },
  {
    key: 'pham-quoc-bao',
    slug: 'pham-quoc-bao',
    displayName: 'Phạm Quốc Bảo',
    kind: 'person',
    bio: 'Cộng tác viên chuyên viết về tài chính, đầu tư và nông nghiệp.',
    unit: 'so-tai-chinh',
  },
]
