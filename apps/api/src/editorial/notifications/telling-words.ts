import type { NotificationKind } from '@bantin/shared/notifications'
import type { UserLocale } from '@bantin/shared/user-locale'

interface Words {
  hello: (name: string) => string
  /** Of one article, before its title: who did what. */
  said: Record<NotificationKind, (by: string | null) => string>
  /** The same in few words, for a subject. */
  short: Record<NotificationKind, string>
  note: (note: string) => string
  reason: (reason: string) => string
  untitled: string
  /** `09:05 28/11`, from a moment with the site's offset. */
  moment: (at: string) => string
  digest: { subject: (count: number) => string; lead: string; more: (count: number) => string }
  trial: { subject: string; mail: string; message: string }
  /** Where to change how one is told. */
  settings: string
}

/** What mails and chat messages say. */
export const words: Record<UserLocale, Words> = {
  vi: {
    hello: (name) => `Xin chào ${name},`,
    said: {
      submitted: (by) => (by ? `${by} gửi duyệt bài:` : 'Có bài gửi duyệt:'),
      returned: (by) => (by ? `${by} trả lại bài để sửa:` : 'Có bài bị trả lại để sửa:'),
      approved: (by) => (by ? `${by} đã duyệt bài:` : 'Bài đã được duyệt:'),
      published: (by) => (by ? `${by} đã đăng bài:` : 'Bài đã được đăng theo giờ hẹn:'),
      held: (by) => (by ? `${by} tạm gỡ bài:` : 'Bài bị tạm gỡ:'),
      schedule_failed: () => 'Đã đến giờ hẹn nhưng chưa đăng hoặc thu hồi được bài dưới đây. Hệ thống đang tự thử lại:',
      not_received: (by) => `${by ?? 'Một cổng nhận tin'} chưa nhận bản đính chính hoặc tin gỡ của bài:`,
    },
    short: {
      submitted: 'Chờ duyệt',
      returned: 'Trả lại để sửa',
      approved: 'Đã duyệt',
      published: 'Đã đăng',
      held: 'Tạm gỡ',
      schedule_failed: 'Chưa làm được theo giờ hẹn',
      not_received: 'Cổng chưa nhận',
    },
    note: (note) => `Lời nhắn: ${note}`,
    reason: (reason) => `Lý do: ${reason}`,
    untitled: 'Chưa có tiêu đề',
    moment: (at) => `${at.slice(11, 16)} ngày ${at.slice(8, 10)}/${at.slice(5, 7)}`,
    digest: {
      subject: (count) => `${count} việc mới ở Ban biên tập`,
      lead: 'Đây là những việc bạn chưa xem ở Ban biên tập:',
      more: (count) => `… và ${count} việc khác.`,
    },
    trial: {
      subject: 'Thư gửi thử từ Ban biên tập',
      mail: 'Đây là thư gửi thử. Nếu bạn đọc được thư này thì thông báo của Ban biên tập sẽ đến được hộp thư của bạn.',
      message: 'Đây là tin gửi thử. Thông báo của Ban biên tập sẽ đến được đây.',
    },
    settings: 'Đổi cách báo:',
  },
  en: {
    hello: (name) => `Hello ${name},`,
    said: {
      submitted: (by) => (by ? `${by} submitted an article for review:` : 'An article was submitted for review:'),
      returned: (by) => (by ? `${by} returned an article:` : 'An article was returned:'),
      approved: (by) => (by ? `${by} approved an article:` : 'An article was approved:'),
      published: (by) => (by ? `${by} published an article:` : 'An article was published as scheduled:'),
      held: (by) => (by ? `${by} took an article down for now:` : 'An article was taken down for now:'),
      schedule_failed: () => 'This article is due, but could not be published or withdrawn. It is being tried again:',
      not_received: (by) => `${by ?? 'A portal'} has not received a correction or removal of this article:`,
    },
    short: {
      submitted: 'For review',
      returned: 'Returned',
      approved: 'Approved',
      published: 'Published',
      held: 'Taken down for now',
      schedule_failed: 'Due, but not done',
      not_received: 'Not received by a portal',
    },
    note: (note) => `Note: ${note}`,
    reason: (reason) => `Reason: ${reason}`,
    untitled: 'Untitled',
    moment: (at) => `${at.slice(8, 10)}/${at.slice(5, 7)} at ${at.slice(11, 16)}`,
    digest: {
      subject: (count) => (count === 1 ? "1 notification from the editors' desk" : `${count} notifications from the editors' desk`),
      lead: "This is what you have not seen at the editors' desk yet:",
      more: (count) => `… and ${count} more.`,
    },
    trial: {
      subject: "Trial mail from the editors' desk",
      mail: "This is a trial. If you can read it, notifications of the editors' desk reach your mailbox.",
      message: "This is a trial. Notifications of the editors' desk arrive here.",
    },
    settings: 'Change how you are told:',
  },
}
