const kinds = { paragraph: 'Đoạn văn', h2: 'Tít cấp 2', h3: 'Tít cấp 3', h4: 'Tít cấp 4', quote: 'Trích dẫn' }

/** The editor of an article's text. */
export const editor = {
  body: 'Nội dung bài',
  toolbar: 'Công cụ soạn thảo',
  kind: 'Kiểu khối chữ',
  place: 'Vị trí khối chữ',
  kinds,
  blockLabel: (kind: keyof typeof kinds, place: number) => `${kinds[kind]}, khối ${place}`,
  placeholder: 'Viết hoặc dán nội dung vào đây',
  moveUp: 'Đưa lên trên',
  moveDown: 'Đưa xuống dưới',
  remove: 'Xoá khối này',
  removed: 'Đã xoá một khối.',
  undo: 'Hoàn tác',
}
