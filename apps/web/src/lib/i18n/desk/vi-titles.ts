/** People whom an article names by their titles. */
export const titles = {
  menu: 'Người và chức danh',
  menuSome: (many: number) => `${many} người. Dùng mũi tên để chọn, Enter để chèn.`,
  named: 'Chức danh được nêu',
  hint: 'Trong nội dung, gõ @ và tên để chèn một người kèm chức danh vào ngày của bài.',
  none: 'Bài chưa nêu ai.',
  notThen: (day: string) => `Không giữ chức danh này vào ngày ${day}`,
  go: (text: string) => `Đến chỗ nêu ${text}`,
  remove: (text: string) => `Để ${text} là chữ thường`,
  since: (day: string) => `từ ${day}`,
  through: (day: string) => `đến hết ${day}`,
  check: 'Chức danh cần xem lại',
  checkHint: 'Bài vẫn đăng được.',
  ended: (title: string, name: string, days: string) => `“${title}”: ${name} đã thôi giữ${days ? ` (${days})` : ''}.`,
  later: (title: string, name: string, days: string) => `“${title}”: ${name} khi đó chưa giữ${days ? ` (${days})` : ''}.`,
  other: (title: string, name: string, has: string) =>
    has ? `“${title}”: ${name} khi đó là ${has}.` : `“${title}”: danh sách cán bộ không ghi ${name} giữ chức này.`,
  places: { title: 'ở tiêu đề', sapo: 'ở sapo' },
  show: 'Xem đoạn',
}

export type TitlesWords = typeof titles
