/** Choosing a new password: in one's account, by a link, at the first set-up. */
export const password = {
  label: 'Mật khẩu mới',
  hint: 'Ít nhất 8 ký tự. Vài từ ghép thành một câu thì dễ nhớ mà khó đoán.',
  problems: {
    short: 'Mật khẩu cần ít nhất 8 ký tự.',
    long: 'Mật khẩu dài nhất 128 ký tự.',
    common: 'Mật khẩu này nhiều người dùng nên dễ bị đoán ra. Hãy chọn mật khẩu khác.',
    same: 'Đây là mật khẩu đang dùng. Hãy chọn mật khẩu khác.',
    refused: 'Mật khẩu này không dùng được. Hãy chọn mật khẩu khác.',
  },
}

export type PasswordWords = typeof password
