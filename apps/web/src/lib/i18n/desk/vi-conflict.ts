/** Two people changed one article. */
export const conflict = {
  title: 'Bài đã có người khác sửa',
  lead: (who: string, when: string) => `${who} đã lưu bản mới lúc ${when}, sau khi bạn mở bài.`,
  theirFields: (names: string) => `Phần người ấy đã sửa: ${names}.`,
  noneOfYours: 'Người ấy không sửa chỗ nào bạn đang sửa. Chữ của bạn sẽ được đặt lên bản mới.',
  choose: 'Chỗ cả hai cùng sửa: chọn bản muốn giữ',
  alone: (names: string) => `Phần chỉ mình bạn sửa, sẽ giữ nguyên: ${names}.`,
  theirs: (who: string) => `Bản của ${who}`,
  mine: 'Bản của bạn',
  empty: '(để trống)',
  changedBlock: 'khác bản kia',
  takeAll: 'Lấy hết bản của người ấy',
  keepMine: 'Giữ bản của tôi',
  apply: 'Lưu theo lựa chọn',
  later: 'Quay lại, chưa lưu',
  kept: 'Bản không được chọn không mất: chữ của bạn được cất trên máy này, bản của người ấy nằm trong bản lưu trước.',
  reading: 'Đang tải bản mới…',
}
