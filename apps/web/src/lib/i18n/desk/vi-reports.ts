import type { ReportCalendar, ReportKind } from '@bantin/shared/reports'

const kinds: Record<ReportKind, string> = { month: 'Tháng', quarter: 'Quý', half: '6 tháng', year: 'Năm' }
const calendars: Record<ReportCalendar, string> = { calendar: 'Theo lịch', reporting: 'Theo kỳ báo cáo (từ ngày 15 đến ngày 14)' }

/** Reports of a period. */
export const reports = {
  lead: 'Báo cáo của kỳ có chứa ngày được chọn. Khi lưu, số liệu được chốt và không đổi nữa.',
  kind: 'Loại báo cáo',
  kinds,
  countedBy: 'Cách tính kỳ',
  calendars,
  day: 'Ngày trong kỳ',
  title: (kind: string, days: string) => `${kind}: ${days}`,
  unfinished: 'Kỳ này chưa kết thúc, số liệu còn thay đổi.',
  save: 'Lưu báo cáo',
  saving: 'Đang lưu…',
  saved: 'Đã lưu báo cáo.',
  saveFailed: 'Chưa lưu được báo cáo. Hãy thử lại.',
  file: 'Tải Excel',
  fileOf: (title: string) => `Tải Excel: ${title}`,
  loadingFile: 'Đang tải…',
  fileFailed: 'Chưa tải được tệp. Hãy thử lại.',
  failed: 'Chưa tải được báo cáo.',
  figures: {
    title: 'Số liệu chung',
    articles: 'Tin, bài đăng lần đầu',
    timely: 'Trong đó có ghi ngày sự kiện',
    sameDay: 'Đăng ngay trong ngày sự kiện',
    nextDay: 'Đăng ngày hôm sau',
    later: 'Đăng muộn hơn',
    medianDays: 'Trung vị số ngày từ sự kiện đến khi đăng',
    corrections: 'Lần đính chính',
    holds: 'Lần tạm gỡ',
    withdrawals: 'Lần thu hồi',
    visits: 'Lượt truy cập',
    views: 'Lượt xem',
    readers: 'Người đọc',
  },
  published: {
    title: 'Tin, bài đã đăng',
    genre: 'Thể loại',
    unit: 'Đơn vị',
    category: 'Chuyên mục',
    author: 'Tác giả',
    articles: 'Số tin, bài',
    none: '(không ghi)',
    empty: 'Trong kỳ này chưa đăng tin, bài nào.',
  },
  top: { title: 'Đọc nhiều nhất', column: 'Bài', empty: 'Trong kỳ này chưa có bài nào được đọc.' },
  kept: {
    title: 'Báo cáo đã lưu',
    empty: 'Chưa lưu báo cáo nào.',
    shown: (count: number) => `Đang hiện ${count} báo cáo`,
    more: 'Xem tiếp',
    loadingMore: 'Đang tải…',
    by: (moment: string, who: string) => `chốt lúc ${moment}, người lưu: ${who}`,
    nobody: 'không rõ',
    close: 'Về báo cáo hiện thời',
  },
}

export type ReportsWords = typeof reports
