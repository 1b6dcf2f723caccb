import type { UserLocale } from '@bantin/shared/user-locale'
import type { Mail } from '../../adapters/mail-sender.ts'
import type { Jobs } from '../../db/jobs.ts'

export interface NoticeParts {
  name: string
  locale: UserLocale
  siteName: string
}

type About = Jobs['mailAccountNotice']['about']

/**
 * Subject and text of the mail that tells a person what somebody else has done to his account, in his language. Without a link: what asks
 * for a sign-in by one is what frauds send.
 */
export function accountNoticeMail(about: About, { name, locale, siteName }: NoticeParts): Omit<Mail, 'to'> {
  const { greeting, afterAll, what } = texts[locale]
  const { subject, text, next } = what[about]
  return { subject: `${subject} – ${siteName}`, text: [greeting(name), text(siteName), next, afterAll, `${siteName}\n`].join('\n\n') }
}

interface Words {
  greeting: (name: string) => string
  afterAll: string
  /** What was done, and what to do about it. */
  what: Record<About, { subject: string; text: (siteName: string) => string; next: string }>
}

const texts: Record<UserLocale, Words> = {
  vi: {
    greeting: (name) => `Xin chào ${name},`,
    afterAll: 'Đây là thư thông báo tự động để bảo vệ tài khoản của bạn. Không ai cần biết mật khẩu hay mã xác thực của bạn.',
    what: {
      email: {
        subject: 'Thư điện tử của tài khoản đã được thay đổi',
        text: (siteName) =>
          `Quản trị viên vừa đổi địa chỉ thư điện tử của tài khoản bạn dùng tại Ban biên tập của ${siteName}. Từ nay, tài khoản đăng nhập bằng địa chỉ mới và thư không còn được gửi đến địa chỉ này.`,
        next: 'Nếu bạn không yêu cầu và không được báo trước về việc này, hãy liên hệ ngay với quản trị viên của cơ quan, tốt nhất là qua điện thoại.',
      },
      secondFactor: {
        subject: 'Lớp xác thực thứ hai đã được gỡ',
        text: (siteName) =>
          `Quản trị viên vừa gỡ lớp xác thực thứ hai khỏi tài khoản của bạn tại Ban biên tập của ${siteName}. Bạn đã bị đăng xuất khỏi mọi thiết bị; lần tới chỉ cần mật khẩu để đăng nhập.`,
        next: 'Hãy đăng nhập và bật lại lớp xác thực thứ hai ở trang Tài khoản của tôi. Nếu bạn không yêu cầu việc này, hãy đổi mật khẩu và liên hệ ngay với quản trị viên của cơ quan.',
      },
      password: {
        subject: 'Mật khẩu của tài khoản đã được đặt',
        text: (siteName) =>
          `Mật khẩu cho tài khoản của bạn tại Ban biên tập của ${siteName} vừa được đặt bằng đường dẫn do quản trị viên tạo. Mọi thiết bị đăng nhập trước đó đã bị đăng xuất.`,
        next: 'Nếu chính bạn vừa đặt mật khẩu, bạn không cần làm gì thêm. Nếu không phải bạn, hãy chọn Quên mật khẩu ở trang đăng nhập để đặt mật khẩu khác và liên hệ ngay với quản trị viên của cơ quan.',
      },
    },
  },
  en: {
    greeting: (name) => `Hello ${name},`,
    afterAll: 'This message is sent by itself, to protect your account. Nobody needs to know your password or your codes.',
    what: {
      email: {
        subject: 'The e-mail of your account was changed',
        text: (siteName) =>
          `An administrator has changed the e-mail of your account at the editors' desk of ${siteName}. From now on the account signs in with the new one, and messages no longer come to this address.`,
        next: 'If you did not ask for this and were not told before, get in touch with your administrator at once, preferably by telephone.',
      },
      secondFactor: {
        subject: 'Your second factor was removed',
        text: (siteName) =>
          `An administrator has removed the second factor from your account at the editors' desk of ${siteName}. You were signed out on every device; next time the password is enough to sign in.`,
        next: 'Sign in and turn the second factor on again in your account. If you did not ask for this, change your password and get in touch with your administrator at once.',
      },
      password: {
        subject: 'The password of your account was set',
        text: (siteName) =>
          `The password of your account at the editors' desk of ${siteName} was set with a link that an administrator had made. All devices that were signed in before have been signed out.`,
        next: 'If it was you, there is nothing to do. If it was not, choose “Forgot the password?” where you sign in to set another one, and get in touch with your administrator at once.',
      },
    },
  },
}
