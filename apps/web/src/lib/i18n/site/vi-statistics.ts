/** Words of the page of statistics, which few readers open: they come with it alone. */
export const vi = {
  title: 'Thống kê truy cập',
  about:
    'Mỗi lần bạn đọc từ nơi khác đến cổng được tính là một lượt truy cập; đọc tiếp các trang trong cổng hoặc tải lại trang thì không tính thêm. Cổng tự đếm, không dùng cookie và không gửi dữ liệu cho bên thứ ba.',
  now: 'Đến lúc này',
  days: 'Lượt truy cập 30 ngày qua',
  chart: (visits: string, day: string) =>
    `Biểu đồ cột: số lượt truy cập của từng ngày trong 30 ngày qua. Ngày cao nhất là ${day}: ${visits}. Bảng bên dưới có đủ các con số.`,
  visits: (_count: number, written: string) => `${written} lượt`,
  today: (time: string) => `Cột viền là hôm nay, tính đến ${time}.`,
  table: 'Lượt truy cập từng ngày',
  day: 'Ngày',
  count: 'Lượt truy cập',
  soFar: 'hôm nay',
  sum: 'Cộng 30 ngày',
  none: 'Chưa có lượt truy cập nào trong 30 ngày qua.',
  top: 'Đọc nhiều trong 7 ngày qua',
  topNone: 'Chưa có bài nào được đọc trong 7 ngày qua.',
}

export type StatisticsWords = typeof vi
