/** Lists whose order is changed, and what is saved as a whole. */
export const order = {
  up: (name: string) => `Chuyển lên: ${name}`,
  down: (name: string) => `Chuyển xuống: ${name}`,
  remove: (name: string) => `Bỏ: ${name}`,
  moved: (name: string, place: number, count: number) => `${name}: vị trí ${place} trên ${count}`,
  removed: (name: string) => `Đã bỏ: ${name}`,
  keys: 'Đổi thứ tự bằng hai nút mũi tên, hoặc giữ phím Alt rồi bấm mũi tên lên, xuống.',
  save: 'Lưu thay đổi',
  saving: 'Đang lưu…',
  undo: 'Bỏ thay đổi',
}

export type OrderWords = typeof order
