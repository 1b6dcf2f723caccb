import type { Story } from './story.ts'

/** Texts that have the words of others in other senses, in other order or with other marks, and those that they are taken for. */
export const nearMissStories = {
  boatRace: {
    title: 'Sôi nổi cuộc thi đua thuyền truyền thống trên sông Trà',
    sapo: 'Mười hai đội tay chèo tranh tài trên đường đua dài hai cây số.',
    body: 'Hai bên bờ, khán giả reo hò không ngớt. Đội khách về nhất sau ba lượt bơi.',
  },
  bicycleRace: {
    title: 'Hơn trăm tay đua thi tài ở giải xe đạp mở rộng',
    sapo: 'Đường đua qua ba đèo, ban tổ chức trao thưởng cho từng chặng.',
    body: 'Ban trọng tài khen tinh thần của vận động viên nữ trẻ nhất giải.',
  },
  drawing: {
    title: 'Thi vẽ tranh mùa hè: các em đua nhau trổ tài, được khen và nhận thưởng',
    sapo: 'Ba trăm bức tranh treo kín sân nhà thiếu nhi.',
    body: 'Em nhỏ nhất mới năm tuổi vẽ con mèo của bà ngoại.',
  },
  emulationLaw: {
    title: 'Góp ý dự thảo Luật Thi đua, khen thưởng',
    sapo: 'Các đại biểu đề nghị làm rõ tiêu chuẩn của từng danh hiệu và thẩm quyền quyết định.',
    body: 'Luật Thi đua, khen thưởng cần ưu tiên người trực tiếp lao động. Hồ sơ nên được nộp qua mạng.',
  },
  committeeDiscusses: {
    title: 'Tỉnh ủy bàn giải pháp thúc đẩy công nghiệp chế biến',
    sapo: 'Hội nghị thống nhất ba nhóm việc phải làm ngay.',
    body: 'Các ý kiến tập trung vào đất sạch, điện và tay nghề.',
  },
  committeeIssues: {
    title: 'Huyện ủy Đồng Xoan ban hành chương trình hành động',
    sapo: 'Mỗi chi bộ chọn một việc khó để giải quyết dứt điểm.',
    body: 'Chương trình có bảy nhóm việc, phân công rõ người, rõ thời hạn.',
  },
  government: {
    title: 'Ủy ban nhân dân tỉnh họp phiên thường kỳ tháng chín',
    sapo: 'Phiên họp thảo luận tình hình thu ngân sách và giải ngân vốn.',
    body: 'Chủ tịch Trần Thanh Bình yêu cầu từng chủ đầu tư cam kết tiến độ.',
    unit: 'government',
  },
  inspectionCommittee: {
    title: 'Uỷ ban Kiểm tra Tỉnh uỷ thông báo kết luận',
    sapo: 'Ba tổ chức đảng phải kiểm điểm rút kinh nghiệm.',
    body: 'Thông báo được gửi đến các chi bộ trực thuộc.',
  },
  powerOfAttorney: {
    title: 'Mẫu giấy ủy quyền: bản nào có giá trị, ban ngành nào chứng thực?',
    sapo: 'Người dân hay nhầm giữa chứng thực chữ ký và công chứng.',
    body: 'Phòng tư pháp hướng dẫn ba trường hợp thường gặp.',
  },
  landSale: {
    title: 'Cảnh báo chiêu trò bán đất nền chưa có hạ tầng',
    sapo: 'Nhiều người đặt cọc rồi mất tiền vì tin lời môi giới.',
    body: 'Cơ quan chức năng khuyên người mua xem quy hoạch trước khi ký.',
  },
  farmLandSale: {
    title: 'Không được tự ý phân lô, bán đất nông nghiệp',
    sapo: 'Hơn năm mươi trường hợp bị lập biên bản.',
    body: 'Việc bán đất khi chưa chuyển mục đích sẽ không được công chứng.',
  },
  handover: {
    title: 'Biên bản bàn giao đạt yêu cầu, cầu Bàu Sen sẵn sàng đón xe',
    sapo: 'Nhà thầu sửa xong những chỗ còn thiếu sót.',
    body: 'Tải trọng thử vượt mức thiết kế.',
  },
  agreed: {
    title: 'Mười nội dung được bàn, đạt thống nhất cao tại kỳ họp',
    sapo: 'Cử tri theo dõi phần chất vấn qua truyền hình trực tiếp.',
    body: 'Kỳ họp kéo dài hai ngày rưỡi.',
  },
  summary2021: {
    title: 'Hội nghị tổng kết công tác năm 2021 của ngành nội vụ',
    sapo: 'Mười việc nổi bật của năm được nhìn lại.',
    body: 'Hội nghị tổng kết cũng bàn phương hướng cho năm sau.',
    unit: 'interior',
  },
  healthSummary2021: {
    title: 'Ngành y tế nhìn lại một năm chống dịch',
    sapo: 'Hội nghị tổng kết năm 2021 tri ân lực lượng tuyến đầu.',
    body: 'Nhiều bác sĩ đã xa nhà suốt bốn tháng.',
    unit: 'health',
  },
  summary2020: {
    title: 'Hội nghị tổng kết công tác năm 2020, triển khai nhiệm vụ năm 2021',
    sapo: 'Ngành thuế thu vượt dự toán.',
    body: 'Tập thể dẫn đầu được nhận cờ.',
  },
  halfYear2021: {
    title: 'Hội nghị sơ kết sáu tháng đầu năm 2021 của khối nội chính',
    sapo: 'Án tồn giảm một phần tư.',
    body: 'Phần tổng kết chuyên đề được để lại cuối năm.',
  },
  goodPupils: {
    title: 'Trao thưởng cho học sinh giỏi cấp tỉnh',
    sapo: 'Một trăm hai mươi em được tuyên dương.',
    body: 'Học sinh giỏi môn văn năm nay tăng gấp đôi. Các em được gặp nhà văn mà mình yêu mến.',
    unit: 'education',
  },
  goodPupilsExam: {
    title: 'Kỳ thi chọn học sinh giỏi quốc gia: Sông Trà có mười bảy giải',
    sapo: 'Đội tuyển hóa học dẫn đầu khu vực.',
    body: 'Nhà trường bồi dưỡng học sinh giỏi từ lớp mười.',
    unit: 'education',
  },
  biologicalPigs: {
    title: 'Nuôi lợn trên đệm lót sinh học: học cách làm giỏi của người trẻ',
    sapo: 'Chuồng không mùi, lợn khỏe, chi phí giảm.',
    body: 'Chế phẩm sinh học được ủ với trấu và mùn cưa.',
  },
  biology: {
    title: 'Trạm nghiên cứu sinh học mở cửa đón học trò tham quan',
    sapo: 'Hơn hai trăm loài chim được ghi nhận quanh trạm.',
    body: 'Trạm nghiên cứu sinh học có vườn ươm và phòng mẫu vật.',
  },
  saltFarmers: {
    title: 'Diêm dân Thạnh Mỹ được mùa muối',
    sapo: 'Nắng đều, hạt to và trắng, giá muối nhích lên.',
    body: 'Cánh đồng muối rộng trăm héc ta được trải bạt.',
  },
  mosquitoes: {
    title: 'Diệt muỗi, diệt lăng quăng phòng sốt xuất huyết',
    sapo: 'Mỗi nhà dành mười phút cuối tuần lật úp vật chứa nước.',
    body: 'Muỗi vằn đẻ trứng trong nước sạch.',
    unit: 'health',
  },
  tenYears: {
    title: 'Mười năm một chặng đường của nhà máy giấy',
    sapo: 'Từ mười công nhân ban đầu, nay đã hơn nghìn người.',
    body: 'Mười năm ấy có lúc tưởng phải đóng cửa.',
  },
  folkSongs: {
    title: 'Liên hoan dân ca mở màn tại quảng trường',
    sapo: 'Mười bốn đoàn mang đến những làn điệu quê hương.',
    body: 'Câu lạc bộ dân ca có cả những em chín tuổi.',
  },
  shoalOfFish: {
    title: 'Đàn cá chết bất thường trên hồ Bàu Sen',
    sapo: 'Mẫu nước được gửi đi xét nghiệm.',
    body: 'Người nuôi vớt đàn cá nổi trắng mặt hồ từ rạng sáng.',
  },
  seaDyke: {
    title: 'Gia cố đê biển trước mùa bão',
    sapo: 'Hai cây số đê xung yếu được đổ thêm đá.',
    body: 'Đê biển che chắn cho bốn nghìn hộ.',
    unit: 'agriculture',
  },
  goats: {
    title: 'Nuôi dê trên cát ven biển',
    sapo: 'Đàn dê trăm con cho anh nông dân thu nhập khá.',
    body: 'Dê ăn lá phi lao và dây khoai lang ngoài biển.',
  },
  tax: {
    title: 'Nộp thuế điện tử: những điều hộ kinh doanh cần biết',
    sapo: 'Ngành thuế trực đường dây nóng cả ngày nghỉ.',
    body: 'Tờ khai thuế được lưu sẵn từ kỳ trước.',
  },
  rent: {
    title: 'Nhà ở cho công nhân thuê: nộp hồ sơ điện tử, nhận phòng sau một tuần',
    sapo: 'Giá thuê bằng một nửa bên ngoài.',
    body: 'Khu nhà có lớp mẫu giáo ở tầng trệt.',
  },
  library: {
    title: 'Thư viện lưu động về trường vùng sâu',
    sapo: 'Chuyến xe chở ba nghìn cuốn truyện.',
    body: 'Thư viện cho mượn sách không cần thẻ.',
  },
  prosecutor: {
    title: 'Viện trưởng Viện kiểm sát gửi thư khen tổ lưu động',
    sapo: 'Vụ án được phá chỉ sau hai ngày.',
    body: 'Thư khen được đọc trước toàn đơn vị của viện.',
  },
  cleanWater: {
    title: 'Nước sạch về với năm trăm hộ dân vùng cao',
    sapo: 'Ống dẫn dài chín cây số băng qua hai con suối.',
    body: 'Trước đây bà con gùi từng can nước sạch từ thung lũng.',
  },
  mud: {
    title: 'Nước rút đến đâu, quét sạch đến đó',
    sapo: 'Cả phố cùng dọn bùn non sau trận lụt.',
    body: 'Bộ đội giúp dân rửa bàn ghế, giếng và sân.',
  },
  jobs: {
    title: 'Phiên giao dịch việc làm cho lao động trở về quê',
    sapo: 'Bốn mươi doanh nghiệp tuyển hơn ba nghìn người.',
    body: 'Trung tâm dịch vụ việc làm tư vấn miễn phí.',
  },
  soldiersJobs: {
    title: 'Giới thiệu việc làm cho bộ đội xuất ngũ',
    sapo: 'Thẻ học nghề được phát ngay ngày ra quân.',
    body: 'Nhiều bạn trẻ chọn nghề hàn, nghề lái xe.',
  },
  working: {
    title: 'Đoàn công tác của Bộ Công Thương đến làm việc tại Sông Trà',
    sapo: 'Buổi làm việc bàn về lưới điện và khu công nghiệp.',
    body: 'Đoàn làm việc hai ngày, thăm ba nhà máy.',
  },
  goodDeeds: {
    title: 'Nhiều việc làm thiết thực đền ơn đáp nghĩa',
    sapo: 'Thương binh được sửa nhà, tặng sổ tiết kiệm.',
    body: 'Các cháu thiếu nhi đến quét dọn nghĩa trang.',
  },
} satisfies Record<string, Story>
