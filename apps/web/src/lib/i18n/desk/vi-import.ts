interface Counts {
  created: number
  changed: number
  unchanged: number
  refused: number
}

const said = ({ created, changed, unchanged, refused }: Counts): string =>
  `${created} dòng thêm mới, ${changed} dòng cập nhật, ${unchanged} dòng không đổi, ${refused} dòng bị từ chối.`

/** What the page says on which units and people come in from tables and go out. */
export const importing = {
  pageTitle: 'Nhập và xuất bảng',
  lead: 'Đưa đơn vị và nhân sự vào từ bảng tính, và lấy ra dưới dạng bảng.',
  readerLead: 'Lấy đơn vị và nhân sự ra dưới dạng bảng. Nhập bảng là việc của quản trị toàn trang.',
  leave: 'Bảng chưa được nhập. Rời đi thì bảng và các cột đã chọn sẽ mất.',
  title: 'Nhập từ bảng',
  about: 'Bảng nói về gì?',
  abouts: {
    units: { name: 'Đơn vị', hint: 'Mỗi dòng một đơn vị. Đơn vị cấp trên có thể đứng ở dòng sau.' },
    people: { name: 'Nhân sự', hint: 'Mỗi dòng một người, hoặc một người trong một chức vụ. Đơn vị phải có trước.' },
  },
  came: (rows: number, columns: number) => `Đã đọc bảng: ${rows} dòng, ${columns} cột.`,
  another: 'Dùng bảng khác',
  columns: 'Cột nào là gì?',
  columnsHint: 'Cột có tên quen thuộc đã được chọn sẵn. Cột không được chọn thì bỏ qua; ô để trống thì điều đang có giữ nguyên.',
  needed: { units: 'Hãy chọn cột mã hoặc cột địa chỉ: nhờ đó nhận ra đơn vị.', people: 'Hãy chọn cột họ và tên.' },
  scheme: 'Bảng mã của mọi dòng',
  schemeHint: 'Danh mục của các mã trong bảng, như “QĐ 20/2020”, vì bảng không có cột nào cho biết.',
  unknownColumns: 'Không nhận ra cột nào. Hãy chọn cột nào là gì.',
  check: 'Kiểm tra bảng',
  checking: 'Đang xem từng dòng…',
  outcomesLabel: 'Kết quả từng dòng',
  would: (counts: Counts) => `Nếu nhập: ${said(counts)} Chưa có gì được lưu.`,
  was: (counts: Counts) => `Đã nhập: ${said(counts)}`,
  show: 'Hiện các dòng',
  outcomes: { all: 'Tất cả', created: 'Thêm mới', changed: 'Cập nhật', unchanged: 'Không đổi', refused: 'Bị từ chối' },
  head: ['Dòng', 'Kết quả', 'Tên', 'Chi tiết'],
  more: (next: number, left: number) => `Hiện thêm ${next} dòng (còn ${left})`,
  changed: (fields: string) => `Đổi: ${fields}.`,
  fault: (field: string, cell: string, text: string) => (cell ? `${field} “${cell}”: ${text}` : `${field}: ${text}`),
  refusedFile: 'Tải các dòng bị từ chối (CSV)',
  reasons: 'Lý do bị từ chối',
  files: { units: 'don-vi-bi-tu-choi', people: 'nhan-su-bi-tu-choi' },
  take: (count: number) => `Nhập ${count} dòng`,
  taking: 'Đang nhập…',
  nothingToTake: 'Không có dòng nào để nhập.',
  confirmTitle: 'Nhập bảng này?',
  confirmLead: (created: number, changed: number, refused: number) =>
    `${created} dòng được thêm mới, ${changed} dòng được cập nhật.${refused > 0 ? ` ${refused} dòng bị từ chối thì bỏ qua.` : ''} Sau khi nhập không có nút hoàn tác.`,
  done: (counts: Counts) => `Đã nhập bảng: ${said(counts)}`,
  changedSince: 'Tổ chức vừa có thay đổi khác. Hãy kiểm tra bảng lần nữa rồi nhập.',
  fields: {
    units: {
      codeScheme: 'Bảng mã',
      code: 'Mã đơn vị',
      slug: 'Địa chỉ trên trang',
      name: 'Tên đơn vị',
      shortName: 'Tên ngắn',
      kind: 'Loại',
      parent: 'Mã đơn vị cấp trên',
      from: 'Từ ngày',
      through: 'Đến hết ngày',
      address: 'Trụ sở',
      phone: 'Điện thoại',
      email: 'Thư điện tử',
      openingHours: 'Giờ làm việc',
      order: 'Thứ tự',
    },
    people: {
      name: 'Họ và tên',
      slug: 'Địa chỉ trên trang',
      unit: 'Mã đơn vị',
      post: 'Chức vụ',
      kind: 'Hình thức giữ chức',
      from: 'Từ ngày',
      through: 'Đến hết ngày',
      decisionNo: 'Số quyết định',
      order: 'Thứ tự trong đơn vị',
      seniority: 'Thứ bậc',
      phone: 'Điện thoại',
      email: 'Thư điện tử',
    },
  },
  /** By their codes; a fault without words here is said as the API says it. */
  faults: {
    missing: 'chưa ghi.',
    not_a_line: 'không phải một dòng chữ như vậy.',
    too_long: 'quá dài.',
    not_a_day: 'không phải một ngày. Hãy ghi như 28/12/2021.',
    not_a_kind: 'không phải một loại đã biết.',
    not_a_number: 'không phải một số nguyên phù hợp.',
    not_a_slug: 'chỉ gồm chữ thường không dấu, số và gạch nối.',
    before_from: 'đứng trước ngày đầu.',
    unknown: 'không có đơn vị nào mang mã hay địa chỉ này.',
    ambiguous: 'có nhiều hơn một, không biết là cái nào.',
    twice: 'Một dòng khác của bảng đã nói về điều này.',
    contradiction: 'trái với một dòng khác, hoặc với điều đang có.',
    refused_above: 'dòng của đơn vị cấp trên bị từ chối.',
    ended_by_reorganization: 'đơn vị đã kết thúc qua sắp xếp tổ chức, nên không sửa bằng bảng.',
    taken: 'đã thuộc về nơi khác.',
  } as Record<string, string>,
  giving: {
    title: 'Xuất ra bảng',
    lead: 'Tệp CSV mở được bằng Excel. Sửa xong có thể nhập lại; nhập lại nguyên vẹn thì không có gì thay đổi.',
    buttons: { units: 'Tải bảng đơn vị', people: 'Tải bảng nhân sự' },
    running: 'Đang lấy…',
    files: { units: 'don-vi', people: 'nhan-su' },
  },
}

export type ImportWords = typeof importing
