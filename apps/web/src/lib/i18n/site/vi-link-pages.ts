/** Words of the pages that open by a link without an account; they come with these alone. */
export const vi = {
  preview: {
    title: 'Bản xem trước',
    states: { draft: 'chưa đăng', shown: 'đang đăng', hidden: 'hiện không đăng' },
    note: 'Chỉ ai có đường dẫn này mới xem được.',
    until: (when: string) => `Đường dẫn hết hạn: ${when}.`,
    saved: (when: string) => `Lưu lần cuối: ${when}`,
    revision: (n: number) => `Bản lưu số ${n}`,
  },
  opinion: {
    title: 'Xin ý kiến',
    asks: (by: string | null, name: string) => `${by ?? 'Ban biên tập'} xin ý kiến của ${name} về bài dưới đây.`,
    until: (when: string) => `Hạn trả lời: ${when}.`,
    toForm: 'Đến phần trả lời',
    heading: (name: string) => `Ý kiến của ${name}`,
    answers: { agree: 'Đồng ý', change: 'Đề nghị sửa' },
    text: 'Nội dung góp ý',
    textHint: 'Khi đề nghị sửa, xin ghi rõ sửa chỗ nào và sửa thành gì.',
    missingAnswer: 'Xin chọn “Đồng ý” hoặc “Đề nghị sửa”.',
    missingText: 'Xin ghi nội dung đề nghị sửa.',
    record:
      'Ý kiến chỉ gửi được một lần, được lưu cùng tên, thời điểm và địa chỉ mạng (IP) nơi gửi. Đây là góp ý, không phải lệnh duyệt đăng.',
    send: 'Gửi ý kiến',
    sending: 'Đang gửi…',
    failed: 'Chưa gửi được ý kiến. Nội dung vẫn còn trong ô; hãy thử gửi lại.',
    closed: 'Ý kiến chưa được gửi: đường dẫn này đã hết hạn hoặc đã bị thu hồi. Nội dung vẫn còn trong ô để chép lại.',
    sent: 'Đã gửi ý kiến. Xin cảm ơn!',
    elsewhere: 'Đường dẫn này đã có một ý kiến gửi trước, nên ý kiến vừa ghi không được gửi.',
    unsent: 'Nội dung chưa gửi',
    answered: (when: string) => `Trả lời lúc: ${when}`,
    noScript: 'Muốn gửi ý kiến, xin bật JavaScript trong trình duyệt rồi tải lại trang.',
  },
}

export type LinkPageWords = typeof vi
