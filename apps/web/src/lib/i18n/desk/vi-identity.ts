/** Who publishes the portal, and what stands above and below all its pages. */
export const identity = {
  title: 'Thông tin cổng',
  lead: 'Tên, liên hệ, logo và trình đơn hiện ở đầu và chân mọi trang. Lưu xong là bạn đọc thấy ngay.',
  readOnly: 'Bạn xem được phần này; chỉ quản trị của toàn trang mới đổi được.',
  sections: { names: 'Tên và người chịu trách nhiệm', contacts: 'Liên hệ', rights: 'Giấy phép và sử dụng lại', menus: 'Trình đơn' },
  names: {
    name: 'Tên cổng',
    shortName: 'Tên ngắn',
    responsiblePerson: 'Người chịu trách nhiệm nội dung',
    licence: 'Giấy phép',
    reuse: 'Điều kiện sử dụng lại tin, bài',
    contacts: 'Liên hệ',
    logoMediaId: 'Logo',
    menus: 'Trình đơn',
  },
  hints: {
    shortName: 'Dùng ở nơi hẹp, ví dụ “Sông Trà”.',
    responsiblePerson: 'Chức vụ và họ tên, như ghi ở chân trang.',
    licence: 'Số giấy phép, ngày cấp, nơi cấp.',
    reuse: 'Ví dụ: Ghi rõ nguồn “Cổng thông tin tỉnh …” khi sử dụng lại.',
  },
  contacts: { address: 'Địa chỉ', phone: 'Điện thoại', email: 'Thư điện tử' },
  logo: {
    label: 'Logo',
    hint: 'Hiện bên trái tên cổng, cao 56 điểm. Nên dùng ảnh PNG hoặc WebP nền trong suốt.',
    choose: 'Chọn ảnh trong thư viện',
    replace: 'Đổi ảnh khác',
    remove: 'Bỏ logo',
    refused: 'Chưa lưu được: ảnh làm logo không còn trong thư viện. Hãy chọn ảnh khác.',
    missing: 'Ảnh này không còn trong thư viện.',
  },
  menus: {
    main: {
      title: 'Trình đơn chính',
      hint: 'Nằm dưới tên cổng. Để trống thì các chuyên mục nằm ở đó. Mỗi mục dẫn đến một trang của cổng, như /don-vi, hoặc một địa chỉ bắt đầu bằng https://.',
    },
    footer: { title: 'Liên kết chân trang', hint: 'Nằm ở chân mọi trang: liên hệ, sơ đồ, cổng bạn.' },
    name: 'Chữ hiện ra',
    url: 'Dẫn đến',
    add: 'Thêm mục',
    fromSections: 'Bắt đầu từ các chuyên mục',
    unnamed: 'mục chưa có chữ',
    full: 'Đã đủ 20 mục.',
    none: 'Không có',
  },
  problems: {
    name: 'Cổng phải có tên.',
    email: 'Đây chưa phải địa chỉ thư điện tử.',
    entryName: 'Hãy ghi chữ hiện ra.',
    entryUrl: 'Địa chỉ phải bắt đầu bằng / hoặc https://.',
  },
  saved: 'Đã lưu. Mọi trang hiện thông tin mới.',
  failed: 'Chưa lưu được. Những gì bạn đã ghi vẫn còn; hãy thử lại.',
  stale: (changed: string[]) =>
    `Người khác vừa đổi ${changed.join(', ').toLocaleLowerCase('vi') || 'thông tin này'}, nên bản của bạn chưa được lưu. Bấm lưu lần nữa: chỉ những chỗ bạn đã sửa được ghi lên.`,
}

export type IdentityWords = typeof identity
