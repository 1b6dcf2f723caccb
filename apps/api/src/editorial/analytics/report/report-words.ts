import type { ReportCalendar, ReportKind } from '@bantin/shared/reports'

/** What a report's file says. */
export interface ReportWords {
  title: string
  kinds: Record<ReportKind, string>
  countedBy: Record<ReportCalendar, string>
  sheets: { summary: string; published: string; top: string }
  from: string
  to: string
  savedAt: string
  summary: Record<
    | 'articles'
    | 'timely'
    | 'sameDay'
    | 'nextDay'
    | 'later'
    | 'medianDays'
    | 'corrections'
    | 'holds'
    | 'withdrawals'
    | 'visits'
    | 'views'
    | 'readers',
    string
  >
  columns: Record<'genre' | 'unit' | 'category' | 'author' | 'articles' | 'place' | 'title' | 'url' | 'views' | 'readers', string>
  none: string
}

const vi: ReportWords = {
  title: 'Báo cáo hoạt động cổng thông tin',
  kinds: { month: 'Tháng', quarter: 'Quý', half: '6 tháng', year: 'Năm' },
  countedBy: { calendar: 'theo lịch', reporting: 'theo kỳ báo cáo (từ ngày 15 đến ngày 14)' },
  sheets: { summary: 'Tổng hợp', published: 'Tin, bài đã đăng', top: 'Đọc nhiều nhất' },
  from: 'Từ ngày',
  to: 'Đến ngày',
  savedAt: 'Chốt số liệu lúc',
  summary: {
    articles: 'Tin, bài đăng lần đầu',
    timely: 'Trong đó có ghi ngày sự kiện',
    sameDay: 'Đăng trong ngày diễn ra sự kiện',
    nextDay: 'Đăng ngày hôm sau',
    later: 'Đăng muộn hơn',
    medianDays: 'Số ngày từ sự kiện đến khi đăng (trung vị)',
    corrections: 'Lần đính chính',
    holds: 'Lần tạm gỡ',
    withdrawals: 'Lần thu hồi',
    visits: 'Lượt truy cập',
    views: 'Lượt xem',
    readers: 'Người đọc (theo bài và ngày)',
  },
  columns: {
    genre: 'Thể loại',
    unit: 'Đơn vị',
    category: 'Chuyên mục',
    author: 'Tác giả',
    articles: 'Số tin, bài',
    place: 'Hạng',
    title: 'Tiêu đề',
    url: 'Địa chỉ',
    views: 'Lượt xem',
    readers: 'Người đọc',
  },
  none: '(không ghi)',
}

const en: ReportWords = {
  title: 'Report on the portal',
  kinds: { month: 'Month', quarter: 'Quarter', half: 'Half-year', year: 'Year' },
  countedBy: { calendar: 'by the calendar', reporting: 'by reporting periods (15th to 14th)' },
  sheets: { summary: 'Summary', published: 'Articles published', top: 'Most read' },
  from: 'From',
  to: 'To',
  savedAt: 'Figures as of',
  summary: {
    articles: 'Articles published for the first time',
    timely: 'Of these, with the day of the event',
    sameDay: 'Published on the day of the event',
    nextDay: 'Published the day after',
    later: 'Published later',
    medianDays: 'Days from event to publication (median)',
    corrections: 'Corrections',
    holds: 'Holds',
    withdrawals: 'Withdrawals',
    visits: 'Visits',
    views: 'Page views',
    readers: 'Readers (by article and day)',
  },
  columns: {
    genre: 'Kind',
    unit: 'Unit',
    category: 'Category',
    author: 'Author',
    articles: 'Articles',
    place: 'Place',
    title: 'Title',
    url: 'Address',
    views: 'Page views',
    readers: 'Readers',
  },
  none: '(none)',
}

export const reportWords = { vi, en }
