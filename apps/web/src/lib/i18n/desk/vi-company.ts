/** The others at the same article, and the ways to the panels in which one works with them. */
export const company = {
  tools: 'Cùng làm bài này',
  panels: { comments: 'Trao đổi', history: 'Lịch sử', links: 'Gửi xem' },
  open: (n: number) => `${n} chưa xong`,
  blockButton: (block: string, open: number) => (open > 0 ? `Trao đổi về ${block}: ${open} chưa xong` : `Trao đổi về ${block}`),
  closePanel: 'Đóng',
  alsoHere: (names: string) => `Cũng đang mở: ${names}`,
  saved: (who: string) => `${who} vừa lưu bản mới.`,
  savedByMe: 'Bạn vừa lưu bản mới ở một trang khác.',
  savedLead: 'Chữ của bạn vẫn nguyên; khi lưu sẽ ghép hai bản.',
  loaded: (who: string) => `${who} vừa lưu; màn hình đã hiện bản mới.`,
  deleted: (who: string) => `${who} đã xoá bài nháp này. Chữ đang hiện không lưu được nữa; hãy chép ra nếu còn cần.`,
  loadedByMe: 'Màn hình đã hiện bản bạn vừa lưu ở một trang khác.',
}

export type CompanyWords = typeof company
