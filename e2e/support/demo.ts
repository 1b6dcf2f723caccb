/** Addresses of the demo's content, one for each kind of page. */
export const demoPaths = {
  home: '/',
  article: '/bai-viet/khoi-thi-dua-tong-hop-tong-ket-nam-cong-tac-suy-ton-ba-tap-the-dan-dau',
  category: '/chuyen-muc/kinh-te',
  tag: '/the/thu-ngan-sach',
  units: '/don-vi',
  statistics: '/thong-ke',
  unit: '/don-vi/khoi-thi-dua-tong-hop',
  author: '/tac-gia/le-minh-hanh',
  missing: '/khong-co-trang-nay',
} as const

/** The console's own line about a page that is answered 404. */
export const notFoundLine = 'Failed to load resource: the server responded with a status of 404'
