/** The pages before signing in: a forgotten password, the link that sets one, the first set-up. */
export const door = {
  email: 'Thư điện tử',
  emailWrong: 'Hãy ghi một địa chỉ thư, như lien@example.gov.vn.',
  toSignIn: 'Về trang đăng nhập',
  signingIn: 'Đang đăng nhập…',
  forgotten: {
    title: 'Quên mật khẩu',
    lead: 'Ghi thư điện tử của tài khoản. Đường dẫn đặt lại mật khẩu sẽ được gửi đến đó.',
    submit: 'Gửi đường dẫn',
    submitting: 'Đang gửi…',
    sentTitle: 'Hãy xem hộp thư',
    sent: (email: string) =>
      `Nếu có tài khoản với địa chỉ ${email}, đường dẫn đặt lại mật khẩu đã được gửi đến đó. Đường dẫn dùng được một lần, trong thời hạn ghi trong thư.`,
    notMailed:
      'Không thấy thư, hoặc cổng thông tin này chưa gửi được thư? Quản trị viên tạo được đường dẫn ấy ngay trong trang Người dùng rồi đưa tận tay bạn.',
    again: 'Gửi cho địa chỉ khác',
  },
  link: {
    title: { invitation: 'Đặt mật khẩu', reset: 'Đặt lại mật khẩu' },
    lead: {
      invitation: (name: string) => `Chào ${name}. Hãy đặt mật khẩu cho tài khoản của bạn để bắt đầu làm việc.`,
      reset: (name: string) => `Chào ${name}. Hãy đặt mật khẩu mới cho tài khoản của bạn.`,
    },
    until: (when: string) => `Đường dẫn này dùng được một lần, đến ${when}.`,
    ends: 'Đặt xong, mọi máy đang đăng nhập bằng mật khẩu cũ đều phải đăng nhập lại.',
    submit: 'Đặt mật khẩu và đăng nhập',
    submitting: 'Đang đặt…',
    doneTitle: 'Đã đặt mật khẩu',
    deadTitle: 'Đường dẫn này không dùng được nữa',
    dead: 'Mỗi đường dẫn chỉ dùng được một lần, trong thời hạn ghi kèm, và chỉ đường dẫn mới nhất còn dùng được.',
    missingTitle: 'Thiếu đường dẫn',
    missing:
      'Hãy mở lại đường dẫn trong thư hoặc tin nhắn, hoặc quét lại mã QR. Vì an toàn, đường dẫn không được giữ lại khi tải lại trang.',
    waysTitle: 'Làm gì tiếp',
    signIn: 'Đã đặt mật khẩu rồi: đăng nhập',
    forgotten: 'Quên mật khẩu: xin đường dẫn mới',
    invited: 'Mới được mời: nhờ người mời tạo lại lời mời trong trang Người dùng.',
  },
  setup: {
    title: 'Thiết lập lần đầu',
    lead: 'Cổng thông tin này chưa có ai quản trị. Người làm bước này sẽ quản trị toàn trang.',
    code: 'Mã thiết lập',
    codeHint: 'Mã in ra trong cửa sổ dòng lệnh khi chương trình khởi động.',
    codeMissing: 'Hãy nhập mã thiết lập.',
    codeWrong: 'Mã thiết lập không đúng. Hãy xem lại mã trong cửa sổ dòng lệnh.',
    siteName: 'Tên trang',
    siteNameHint: 'Như “Cổng thông tin điện tử tỉnh Sông Trà”.',
    siteNameMissing: 'Hãy ghi tên trang.',
    name: 'Họ tên của bạn',
    nameMissing: 'Hãy ghi họ tên.',
    password: 'Mật khẩu',
    policy: 'Bài có phải qua người thứ hai trước khi đăng không?',
    policyHint: 'Đổi được về sau ở trang Quy trình đăng.',
    check: 'Hãy xem lại ô này.',
    submit: 'Tạo tài khoản quản trị',
    submitting: 'Đang tạo…',
    doneTitle: 'Đã thiết lập xong',
    notNeeded: 'Trang đã được thiết lập: đã có người quản trị. Hãy đăng nhập, hoặc nhờ người ấy mời bạn.',
  },
}

export type DoorWords = typeof door
