import type { UserLocale } from '@bantin/shared/user-locale'
import type { Mail } from '../../adapters/mail-sender.ts'
import type { OpenLink } from './password-links.repository.ts'

/** Subject and text of the mail that brings a link, in the person's language. */
export function passwordLinkMail(link: OpenLink, url: string): Omit<Mail, 'to'> {
  const { subject, before, after } = texts[link.locale][link.kind](link, moments[link.locale](link.expiresAt))
  return { subject, text: [...before, url, ...after, `${link.siteName}\n`].join('\n\n') }
}

interface Text {
  subject: string
  /** Paragraphs around the link. */
  before: string[]
  after: string[]
}

type Write = (link: Pick<OpenLink, 'name' | 'email' | 'siteName'>, until: string) => Text

const texts: Record<UserLocale, Record<OpenLink['kind'], Write>> = {
  vi: {
    invitation: ({ name, email, siteName }, until) => ({
      subject: `Mời tham gia Ban biên tập – ${siteName}`,
      before: [
        `Xin chào ${name},`,
        `Bạn được mời tham gia Ban biên tập của ${siteName}. Để kích hoạt tài khoản, hãy mở đường dẫn dưới đây và đặt mật khẩu:`,
      ],
      after: [
        `Đường dẫn chỉ dùng được một lần và hết hạn lúc ${until}. Sau đó, hãy đăng nhập bằng địa chỉ ${email} và mật khẩu bạn vừa đặt.`,
        'Nếu thư này không phải gửi cho bạn, xin bỏ qua. Đừng chuyển đường dẫn cho người khác.',
      ],
    }),
    reset: ({ name, email, siteName }, until) => ({
      subject: `Đặt lại mật khẩu – ${siteName}`,
      before: [`Xin chào ${name},`, `Có yêu cầu đặt lại mật khẩu cho tài khoản ${email}. Để đặt mật khẩu mới, hãy mở đường dẫn dưới đây:`],
      after: [
        `Đường dẫn chỉ dùng được một lần và hết hạn lúc ${until}. Khi đặt mật khẩu mới, bạn sẽ bị đăng xuất khỏi mọi thiết bị.`,
        'Nếu bạn không cần đổi mật khẩu, xin bỏ qua thư này: mật khẩu hiện nay vẫn dùng được. Đừng chuyển đường dẫn cho người khác.',
      ],
    }),
  },
  en: {
    invitation: ({ name, email, siteName }, until) => ({
      subject: `Invitation to the editors' desk – ${siteName}`,
      before: [
        `Hello ${name},`,
        `You have been invited to the editors' desk of ${siteName}. Open this link and choose a password to activate your account:`,
      ],
      after: [
        `The link works once and expires on ${until}. After that, sign in as ${email} with the password you chose.`,
        'If this was not meant for you, please ignore it. Do not pass the link on.',
      ],
    }),
    reset: ({ name, email, siteName }, until) => ({
      subject: `Reset your password – ${siteName}`,
      before: [`Hello ${name},`, `A new password was requested for the account ${email}. Open this link to choose one:`],
      after: [
        `The link works once and expires on ${until}. Choosing a new password signs you out on every device.`,
        'If you do not need a new password, please ignore this message: the present one still works. Do not pass the link on.',
      ],
    }),
  },
}

/** A moment with the site's offset, as people read it: its first characters are the local date and time. */
const moments: Record<UserLocale, (moment: string) => string> = {
  vi: (moment) => `${moment.slice(11, 16)} ngày ${moment.slice(8, 10)}/${moment.slice(5, 7)}/${moment.slice(0, 4)}`,
  en: (moment) => {
    const day = new Date(`${moment.slice(0, 10)}T00:00:00Z`)
    const date = day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
    return `${date} at ${moment.slice(11, 16)}`
  },
}
