import type { Subject } from './subject.ts'

/** What people, young and old, do and get. */
export const peopleSubjects = {
  school: {
    name: 'năm học mới',
    titles: [
      'Lễ khai giảng năm học mới ở {place}',
      '{place} chuẩn bị cơ sở vật chất cho năm học mới',
      'Trống trường vang lên ở {place}',
      'Tặng sách vở cho học trò nghèo {place} trước năm học mới',
      'Nhiệm vụ trọng tâm của năm học mới {year} - {next} ở {place}',
    ],
    sapos: [
      'Thầy trò {place} bước vào năm học mới với nhiều phòng học vừa được sửa chữa.',
      'Không em nào ở {place} phải nghỉ học vì thiếu sách vở khi năm học mới bắt đầu.',
    ],
    sentences: [
      'Ngành giáo dục tuyển thêm giáo viên tiếng Anh và tin học cho các trường vùng xa.',
      'Các khoản thu đầu năm học mới phải được thỏa thuận với phụ huynh bằng văn bản.',
      'Học sinh lớp một làm quen với nền nếp trong hai tuần đầu.',
      'Bếp ăn bán trú được kiểm tra trước năm học mới.',
    ],
    aside: 'Công trình phải xong trước khi năm học mới bắt đầu.',
  },
  youth: {
    name: 'đoàn thanh niên',
    titles: [
      'Đoàn Thanh niên {place} ra quân chiến dịch tình nguyện hè',
      'Đại hội Đoàn Thanh niên {place} nhiệm kỳ {year} - {next}',
      'Áo xanh về bản: tuổi trẻ {place} sửa nhà cho người già neo đơn',
      'Đoàn Thanh niên {place} trồng cây đầu xuân',
      'Công trình thắp sáng đường quê của Đoàn Thanh niên {place}',
    ],
    sapos: [
      'Hơn hai trăm bạn trẻ của Đoàn Thanh niên {place} tham gia trong ngày đầu tiên.',
      'Đoàn Thanh niên {place} chọn việc khó, việc mới để nhận làm công trình của tuổi trẻ.',
    ],
    sentences: [
      'Các bạn trẻ dạy bơi cho trẻ em vùng sông nước trong suốt mùa hè.',
      'Đoàn Thanh niên đứng ra tín chấp để bạn trẻ vay vốn khởi nghiệp.',
      'Mỗi chi đoàn đảm nhận một tuyến đường sạch.',
      'Câu lạc bộ kỹ năng của Đoàn Thanh niên sinh hoạt vào tối thứ bảy.',
    ],
    aside: 'Đoàn Thanh niên cử người hỗ trợ trong những ngày cao điểm.',
  },
  minority: {
    name: 'dân tộc thiểu số',
    titles: [
      '{place} gặp mặt người có uy tín trong đồng bào dân tộc thiểu số',
      'Chính sách nhà ở cho hộ dân tộc thiểu số tại {place}',
      'Tiếng chiêng giữ hồn buôn làng ở {place}',
      'Đại hội đại biểu các dân tộc thiểu số {place} năm {year}',
      'Dạy tiếng mẹ đẻ cho học sinh dân tộc thiểu số ở {place}',
    ],
    sapos: [
      'Đồng bào dân tộc thiểu số ở {place} được vay vốn ưu đãi để làm nhà và mua bò giống.',
      'Già làng là cầu nối giữa chính quyền {place} với đồng bào dân tộc thiểu số.',
    ],
    sentences: [
      'Lớp truyền dạy cồng chiêng mở vào dịp hè, thầy là nghệ nhân trong buôn.',
      'Cán bộ người dân tộc thiểu số chiếm một phần ba đội ngũ của địa phương.',
      'Nước sinh hoạt tập trung đã về đến các buôn xa nhất.',
      'Chương trình mục tiêu quốc gia dành nguồn lực lớn cho vùng dân tộc thiểu số.',
    ],
    aside: 'Trong số này có nhiều hộ là người dân tộc thiểu số.',
  },
  poverty: {
    name: 'giảm nghèo',
    titles: [
      '{place} rà soát kết quả giảm nghèo bền vững năm {year}',
      'Mô hình giảm nghèo từ nuôi dê ở {place}',
      'Con bò giống làm đổi thay nhiều mái nhà ở {place}',
      'Đối thoại chính sách giảm nghèo tại {place}',
      'Vay vốn giảm nghèo: nhiều hộ {place} viết đơn xin ra khỏi danh sách',
    ],
    sapos: [
      'Chương trình giảm nghèo của {place} trao cần câu thay cho xâu cá: con giống, kỹ thuật, nơi bán.',
      'Tỷ lệ hộ nghèo của {place} giảm ba điểm phần trăm nhờ các dự án giảm nghèo.',
    ],
    sentences: [
      'Cán bộ được phân công giúp đỡ từng hộ, báo cáo tiến độ hằng tháng.',
      'Vốn giảm nghèo chỉ giải ngân khi hộ dân có phương án làm ăn.',
      'Nhà tạm được thay bằng nhà ba cứng: nền cứng, khung cứng, mái cứng.',
      'Giảm nghèo đi liền với học nghề và việc làm ổn định.',
    ],
    aside: 'Cách làm ấy góp phần vào mục tiêu giảm nghèo.',
  },
  vaccine: {
    name: 'tiêm chủng',
    titles: [
      '{place} tổ chức tiêm chủng mở rộng cho trẻ dưới một tuổi',
      'Tiêm chủng lưu động đến từng xóm của {place}',
      'Mũi nhắc lại: người dân {place} đến điểm tiêm từ sáng sớm',
      'Kết quả chiến dịch tiêm chủng năm {year} ở {place}',
      'Trạm y tế của {place} bảo đảm an toàn tiêm chủng',
    ],
    sapos: [
      'Các điểm tiêm chủng ở {place} mở cửa cả thứ bảy, chủ nhật.',
      'Nhân viên y tế của {place} gọi điện nhắc lịch tiêm chủng cho từng gia đình.',
    ],
    sentences: [
      'Trẻ được khám sàng lọc và theo dõi ba mươi phút tại chỗ.',
      'Sổ tiêm chủng điện tử thay cho sổ giấy dễ thất lạc.',
      'Vắc xin được bảo quản trong dây chuyền lạnh từ kho đến trạm.',
      'Tỷ lệ tiêm chủng đầy đủ đạt chín mươi sáu phần trăm.',
    ],
    aside: 'Trạm y tế gần đó đang là một điểm tiêm chủng.',
  },
  tourism: {
    name: 'du lịch',
    titles: [
      '{place} mở tuyến du lịch đường sông',
      'Liên kết phát triển du lịch giữa {place} và các tỉnh bạn',
      'Khách phương xa mê cảnh sông nước {place}',
      'Tuần lễ văn hóa, du lịch {place} năm {year}',
      'Homestay và câu chuyện làm du lịch của nông dân {place}',
    ],
    sapos: [
      'Lượng khách đến {place} trong kỳ nghỉ tăng hai mươi phần trăm, doanh thu du lịch đạt kế hoạch năm.',
      'Người dân {place} được học ngoại ngữ, nấu ăn, đón khách để làm du lịch ngay tại vườn nhà.',
    ],
    sentences: [
      'Bến thuyền được nâng cấp, có áo phao và bảng giá rõ ràng.',
      'Hướng dẫn viên du lịch là con em trong làng.',
      'Khách được tự tay gói bánh, chèo xuồng, bắt cá.',
      'Điểm du lịch phải có nơi thu gom rác và nhà vệ sinh sạch.',
    ],
    aside: 'Nơi đây có tiềm năng để làm du lịch.',
  },
  traffic: {
    name: 'an toàn giao thông',
    titles: [
      '{place} ra quân năm an toàn giao thông {year}',
      'Xóa điểm đen về an toàn giao thông ở {place}',
      'Đội mũ bảo hiểm cho con: phụ huynh {place} không còn lơ là',
      'Cổng trường an toàn giao thông ở {place}',
      'Ban An toàn giao thông {place} họp đánh giá tình hình',
    ],
    sapos: [
      'Số vụ tai nạn trên địa bàn {place} giảm nhờ tuần tra khép kín và tuyên truyền về an toàn giao thông.',
      'Công an {place} phối hợp với nhà trường dạy kỹ năng an toàn giao thông cho học sinh.',
    ],
    sentences: [
      'Nồng độ cồn, tốc độ và chở quá tải là ba lỗi bị xử lý nhiều nhất.',
      'Camera ở các ngã tư ghi hình để phạt nguội.',
      'Ban an toàn giao thông lắp thêm đèn, gờ giảm tốc và biển báo.',
      'Mỗi gia đình ký cam kết giữ an toàn giao thông.',
    ],
    aside: 'Lực lượng chức năng phân luồng để bảo đảm an toàn giao thông.',
  },
  blood: {
    name: 'hiến máu',
    titles: [
      'Ngày hội hiến máu tình nguyện ở {place}',
      '{place} vượt chỉ tiêu hiến máu năm {year}',
      'Giọt hồng yêu thương từ {place}',
      'Tôn vinh người hiến máu tiêu biểu của {place}',
      'Công chức {place} xếp hàng hiến máu từ sáng',
    ],
    sapos: [
      'Hội Chữ thập đỏ {place} tiếp nhận hơn ba trăm đơn vị trong chương trình hiến máu đợt này.',
      'Có người ở {place} đã hơn bốn mươi lần hiến máu cứu người.',
    ],
    sentences: [
      'Người tham gia được khám, tư vấn và xét nghiệm miễn phí.',
      'Giấy chứng nhận hiến máu dùng để được bồi hoàn khi cần.',
      'Bệnh viện tỉnh luôn thiếu nhóm máu hiếm vào dịp hè.',
      'Phong trào hiến máu có thêm nhiều bạn trẻ.',
    ],
    aside: 'Cuối buổi, nhiều người ở lại đăng ký hiến máu.',
  },
} satisfies Record<string, Subject>
