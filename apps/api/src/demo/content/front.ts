import type { DemoAlert } from './demo-content.ts'

/** What leads the home page, by the slugs of articles. */
export const demoHome: string[] = [
  'trung-tam-phuc-vu-hanh-chinh-cong-tinh-rut-ngan-thoi-gian-giai-quyet-112-thu-tuc',
  'dien-tap-giu-de-so-tan-1-200-nguoi-dan-vung-thap-trung-ven-song-tra',
  'tram-y-te-xa-kham-sang-loc-mien-phi-cho-38-000-nguoi-cao-tuoi',
]

/** What stands above all pages. */
export const demoAlert: DemoAlert = {
  level: 'info',
  text: 'Người từ 60 tuổi đi khám sàng lọc tại trạm y tế nhớ mang căn cước, đơn thuốc đang dùng và nhịn ăn sáng để lấy máu.',
  article: 'tram-y-te-xa-kham-sang-loc-mien-phi-cho-38-000-nguoi-cao-tuoi',
}
