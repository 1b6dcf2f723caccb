import { expect, test } from 'vitest'
import { passwordLinkMail } from './password-link-mail.ts'
import type { OpenLink } from './password-links.repository.ts'

const link: OpenLink = {
  id: '01a20909-061d-755d-8764-728896a90855',
  kind: 'invitation',
  tokenHash: 'x',
  userId: '01a20909-061d-755d-8764-728896a90856',
  name: 'Lò Thị Hoa',
  email: 'hoa@example.test',
  locale: 'vi',
  expiresAt: '2026-12-05T07:30:00.000+07:00',
  siteName: 'Sở Nội vụ tỉnh Điện Biên',
}
const url = 'https://tin.example.gov.vn/dang-nhap/mat-khau#abc'

test('an invitation in Vietnamese', () => {
  expect(passwordLinkMail(link, url)).toEqual({
    subject: 'Mời tham gia Ban biên tập – Sở Nội vụ tỉnh Điện Biên',
    text: `Xin chào Lò Thị Hoa,

Bạn được mời tham gia Ban biên tập của Sở Nội vụ tỉnh Điện Biên. Để kích hoạt tài khoản, hãy mở đường dẫn dưới đây và đặt mật khẩu:

https://tin.example.gov.vn/dang-nhap/mat-khau#abc

Đường dẫn chỉ dùng được một lần và hết hạn lúc 07:30 ngày 05/12/2026. Sau đó, hãy đăng nhập bằng địa chỉ hoa@example.test và mật khẩu bạn vừa đặt.

Nếu thư này không phải gửi cho bạn, xin bỏ qua. Đừng chuyển đường dẫn cho người khác.

Sở Nội vụ tỉnh Điện Biên
`,
  })
})

test('a reset in Vietnamese', () => {
  const { subject, text } = passwordLinkMail({ ...link, kind: 'reset' }, url)
  expect(subject).toBe('Đặt lại mật khẩu – Sở Nội vụ tỉnh Điện Biên')
  expect(text).toContain(`\n\n${url}\n\n`)
  expect(text).toContain('cho tài khoản hoa@example.test')
  expect(text).toContain('hết hạn lúc 07:30 ngày 05/12/2026')
})

test('both in English', () => {
  const invitation = passwordLinkMail({ ...link, locale: 'en' }, url)
  expect(invitation.subject).toBe("Invitation to the editors' desk – Sở Nội vụ tỉnh Điện Biên")
  expect(invitation.text).toContain('expires on 5 December 2026 at 07:30')
  const reset = passwordLinkMail({ ...link, locale: 'en', kind: 'reset' }, url)
  expect(reset.subject).toBe('Reset your password – Sở Nội vụ tỉnh Điện Biên')
  for (const { text } of [invitation, reset]) expect(text).toContain(`Hello Lò Thị Hoa,`)
})
