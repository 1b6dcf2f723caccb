import type { DemoCategory } from './demo-content.ts'

/** The sections of the demo portal, in the order of its menu. */
export const demoCategories: DemoCategory[] = [
  { key: 'thoi-su', slug: 'thoi-su', name: 'Thời sự' },
  { key: 'kinh-te', slug: 'kinh-te', name: 'Kinh tế' },
  { key: 'van-hoa-xa-hoi', slug: 'van-hoa-xa-hoi', name: 'Văn hoá - Xã hội' },
  { key: 'cai-cach-hanh-chinh', slug: 'cai-cach-hanh-chinh', name: 'Cải cách hành chính' },
  { key: 'nong-nghiep-moi-truong', slug: 'nong-nghiep-moi-truong', name: 'Nông nghiệp - Môi trường' },
  { key: 'thi-dua-khen-thuong', slug: 'thi-dua-khen-thuong', name: 'Thi đua - Khen thưởng' },
]
