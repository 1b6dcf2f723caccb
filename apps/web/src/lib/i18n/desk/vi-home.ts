/** What leads the home page, and the alerts above all pages. */
export const home = {
  title: 'Trang chủ',
  tabs: { label: 'Phần của trang chủ', home: 'Bài đứng đầu', alerts: 'Thông báo khẩn' },
  intro: 'Những bài đứng đầu trang chủ, theo thứ tự này. Bài thứ nhất chiếm chỗ lớn nhất. Sau chúng là các bài mới nhất.',
  readOnly: 'Bạn xem được phần này; chỉ người duyệt đăng và quản trị của toàn trang mới đổi được.',
  list: 'Bài đứng đầu trang chủ',
  empty: 'Chưa chọn bài nào: trang chủ tự đưa bài mới nhất có ảnh lên đầu.',
  lead: 'Bài chính',
  hidden: 'Bài này không còn đăng nên bạn đọc không thấy. Hãy bỏ bài này ra để lưu được.',
  add: 'Thêm bài đang đăng',
  older: 'Tìm cả trong bài cũ hơn',
  full: (count: number) => `Đã đủ ${count} bài. Muốn thêm thì bỏ bớt một bài.`,
  until: {
    button: 'Đổi thời hạn',
    change: (title: string) => `Đổi thời hạn: ${title}`,
    open: 'Đến khi đổi',
    at: (when: string) => `Đến ${when}`,
    title: (title: string) => `“${title}” đứng đầu đến khi nào?`,
    hint: (zone: string) => `Theo giờ của cổng (${zone}). Hết hạn, bài tự rời vị trí này; bài vẫn đăng.`,
    day: 'Ngày',
    time: 'Giờ',
    take: 'Đặt thời hạn',
    clear: 'Bỏ thời hạn',
    missing: 'Hãy chọn ngày.',
    past: 'Thời hạn phải ở phía trước.',
  },
  saved: 'Đã lưu. Trang chủ hiện theo thứ tự này.',
  failed: 'Chưa lưu được. Hãy thử lại.',
  notPublished: (titles: string[]) => `Chưa lưu được vì có bài không còn đăng: ${titles.join('; ')}. Hãy bỏ ra rồi lưu lại.`,
  stale: (titles: string[]) =>
    `Người khác vừa sắp xếp lại trang chủ, nên bản của bạn chưa được lưu. Hiện đang là: ${titles.join('; ') || '(không có bài nào)'}. Bấm lưu lần nữa để lấy bản của bạn.`,
}

export type HomeWords = typeof home
