/** Who publishes. No text has these names but where it is about them. */
export const unitNames = {
  government: 'Ủy ban nhân dân tỉnh',
  council: 'Hội đồng nhân dân tỉnh',
  interior: 'Sở Nội vụ',
  education: 'Sở Giáo dục và Đào tạo',
  health: 'Sở Y tế',
  agriculture: 'Sở Nông nghiệp và Phát triển nông thôn',
  planning: 'Sở Kế hoạch và Đầu tư',
  transport: 'Sở Giao thông vận tải',
  peoples: 'Ban Dân tộc',
  inspectors: 'Thanh tra tỉnh',
  youth: 'Tỉnh đoàn Sông Trà',
}

/** How they are called for short. */
export const shortNames: Partial<Record<keyof typeof unitNames, string>> = {
  education: 'Sở GD&ĐT',
  planning: 'Sở KH&ĐT',
  transport: 'Sở GTVT',
}

export const authorNames = {
  van: 'Lê Thị Hồng Vân',
  dat: 'Phạm Quốc Đạt',
  binh: 'Nguyễn Thanh Bình',
  nie: 'Y Thuột Niê',
  huong: 'Trần Mai Hương',
}

/** Where it happens. */
export const places = [
  'huyện Tân Lạc',
  'xã Hòa Sơn',
  'huyện Phú Lộc',
  'thị xã Thạnh Mỹ',
  'xã Ea Lâm',
  'phường An Bình',
  'huyện Long Hưng',
  'xã Vĩnh Trạch',
  'huyện Đồng Xoan',
  'xã Bàu Sen',
]
