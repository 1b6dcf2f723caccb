/** Taking in a table from elsewhere. */
export const tables = {
  paste: 'Dán bảng vào đây',
  pasteHint: 'Chép từ Excel, Google Trang tính hoặc Word, cả dòng tên cột; hoặc dán nội dung tệp CSV.',
  read: 'Đọc bảng',
  reading: 'Đang đọc…',
  choose: 'Chọn tệp .xlsx hoặc .csv',
  drop: 'Thả tệp để đọc bảng',
  nothing: 'Hãy dán một bảng, hoặc chọn tệp.',
  noRows: 'Bảng chỉ có tên cột mà chưa có dòng nào.',
  noColumn: 'Không có cột này',
  problems: {
    file_too_large: 'Tệp lớn hơn 10 MB.',
    file_not_accepted: 'Chỉ đọc được tệp .xlsx và .csv.',
    file_unreadable: 'Không đọc được bảng nào trong đó. Hãy mở tệp, kiểm tra rồi lưu lại dưới dạng .xlsx hoặc .csv (UTF-8).',
  } as Record<string, string>,
}

export type TablesWords = typeof tables
