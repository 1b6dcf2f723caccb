import type { DemoDraft } from './demo-content.ts'

/** What lies on the desk of the demo's newsroom: waiting for review, given back, scheduled, begun. */
export const demoDrafts: DemoDraft[] = [
  {
    title: 'Ngày hội hiến máu “Giọt hồng đầu đông” dự kiến tiếp nhận 600 đơn vị máu',
    sapo: 'Ban tổ chức mở bốn điểm đăng ký, nhắc lịch qua tin nhắn và bố trí xe đưa đón người hiến máu ở các xã xa trung tâm.',
    body: [
      'Ngày hội diễn ra trong hai ngày cuối tuần tại nhà văn hoá lao động tỉnh. Đến chiều nay đã có 412 người đăng ký, trong đó 138 người hiến lần đầu.',
      'Người đăng ký được nhắc ăn nhẹ, ngủ đủ và mang theo giấy tờ tuỳ thân. Ai chưa đủ điều kiện sức khoẻ sẽ được hẹn vào đợt tháng sau.',
    ],
    by: 'reporter',
    state: 'in_review',
    note: 'Nhờ anh chị xem giúp số liệu đăng ký, em lấy lúc 15 giờ.',
  },
  {
    title: 'Thư viện tỉnh mở cửa đến 21 giờ trong mùa ôn thi',
    sapo: 'Từ đầu tháng tới, phòng đọc tầng 2 phục vụ thêm ba giờ mỗi tối, có khu học nhóm và nước uống miễn phí.',
    body: [
      'Thời gian mở cửa mới áp dụng từ thứ hai đến thứ sáu. Thư viện bố trí 120 chỗ ngồi, ưu tiên học sinh lớp 12 và sinh viên.',
      'Bạn đọc dưới 16 tuổi về sau 20 giờ cần có phụ huynh đón tại quầy bảo vệ.',
    ],
    by: 'reporter',
    state: 'returned',
    note: 'Bài ổn, chỉ cần bổ sung ngày bắt đầu cụ thể và số điện thoại của phòng bạn đọc.',
  },
  {
    title: 'Lịch tiếp công dân tháng tới của lãnh đạo Uỷ ban nhân dân tỉnh',
    sapo: 'Hai buổi tiếp định kỳ diễn ra tại Trụ sở Tiếp công dân; người dân có thể đăng ký trước để chọn khung giờ.',
    body: [
      'Buổi thứ nhất vào sáng ngày 10, buổi thứ hai vào sáng ngày 25, bắt đầu từ 7 giờ 30. Mỗi buổi tiếp tối đa 20 lượt, phần còn lại được hẹn sang ngày kế tiếp.',
      'Người đến nên mang theo đơn, giấy tờ liên quan và bản sao các văn bản đã được trả lời.',
    ],
    by: 'publisher',
    state: 'scheduled',
  },
  {
    title: 'Sửa chữa mặt cầu Bến Ngự: phân luồng từ 22 giờ đến 5 giờ',
    sapo: 'Công trình thi công ban đêm trong mười ngày, xe tải đi vòng qua đường tránh phía tây.',
    body: ['Đơn vị thi công cào bóc lớp nhựa cũ và thay khe co giãn. Ban ngày cầu lưu thông bình thường, tốc độ tối đa 30 km/giờ.'],
    by: 'editor',
    state: 'draft',
  },
]
