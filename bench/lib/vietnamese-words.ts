/** Words as a province's portal has them, the most frequent first: small ones that are in every text, then those of offices, of the land, of life. */
export const words = [
  'và của các có được trong cho là những người với một không năm đã này đến từ để tại về khi trên theo ra vào như',
  'công tác, thực hiện, phát triển, xây dựng, tổ chức, tỉnh, đồng chí, nhân dân, cán bộ, xã, huyện, ủy ban, đơn vị, hội nghị, kinh tế, xã hội',
  'còn nhiều cũng sẽ phải hơn đang sau làm việc ngày tháng hai bị do thì nếu cùng qua lại mới nhất rất đó đây nay',
  'triển khai, nhiệm vụ, kế hoạch, địa phương, lãnh đạo, chính quyền, hoạt động, tăng cường, kết quả, báo cáo, quản lý, cơ quan, chủ tịch, trung ương',
  'thành phố, chương trình, giải pháp, phong trào, thi đua, khen thưởng, cải cách, hành chính, chuyển đổi, số, doanh nghiệp, đầu tư, dự án, hỗ trợ',
  'giáo dục, đào tạo, học sinh, giáo viên, y tế, bệnh viện, văn hóa, thể thao, du lịch, nông nghiệp, nông thôn, nông dân, sản xuất, tuyên truyền',
  'thanh niên, phụ nữ, công đoàn, cựu chiến binh, mặt trận, tổ quốc, đại biểu, quốc hội, hội đồng, cử tri, nghị quyết, chỉ thị, quyết định, thông tư',
  'nghị định, pháp luật, quy định, kiểm tra, giám sát, thanh tra, tiếp dân, khiếu nại, tố cáo, hồ sơ, thủ tục, trực tuyến, dịch vụ, công khai, minh bạch',
  'ngân sách, vốn, giải ngân, thuế, ngân hàng, tín dụng, tiết kiệm, lãng phí, đất đai, quy hoạch, giải phóng, mặt bằng, tái định cư, bồi thường, khu công nghiệp',
  'giao thông, an toàn, đường, cầu, cảng, sân bay, đường sắt, điện, nước sạch, môi trường, tài nguyên, rác thải, khí hậu, thiên tai, bão, lũ, hạn hán',
  'sạt lở, cháy rừng, cứu hộ, cứu nạn, phòng chống, dịch bệnh, vắc xin, tiêm chủng, bảo hiểm, an sinh, hộ nghèo, giảm nghèo, việc làm, lao động, nghề',
  'trường, lớp, sinh viên, mầm non, tiểu học, trung học, phổ thông, đại học, tuyển sinh, kỳ thi, học bổng, sách, thư viện, khoa học, công nghệ, sáng kiến',
  'quốc phòng, an ninh, trật tự, công an, quân đội, biên phòng, biên giới, hải đảo, nghĩa vụ, tội phạm, ma túy, lừa đảo, tai nạn, phòng cháy, chữa cháy',
  'dân tộc, tôn giáo, đồng bào, thiểu số, buôn, thôn, già làng, lễ hội, di tích, lịch sử, bảo tàng, nghệ nhân, cồng chiêng, dân ca, truyền thống, làng nghề',
  'hợp tác xã, thương hiệu, xuất khẩu, thị trường, siêu thị, chợ, sản phẩm, chất lượng, lúa, gạo, cà phê, hồ tiêu, cao su, sầu riêng, thanh long, xoài, bưởi',
  'chăn nuôi, bò, lợn, gà, dê, thủy sản, tôm, cá tra, nuôi trồng, tàu cá, ngư dân, muối, thủy lợi, kênh mương, hồ chứa, đê biển, xâm nhập mặn, rừng, gỗ',
  'gia đình, trẻ em, người cao tuổi, khuyết tật, bình đẳng, dân số, hôn nhân, hiến máu, từ thiện, nhân đạo, nhà ở, xã hội hóa, tình nguyện, đoàn viên, thiếu nhi',
  'báo chí, truyền hình, phát thanh, viễn thông, bưu chính, thông tin, dữ liệu, phần mềm, bảo mật, chữ ký số, định danh, camera, mạng, tài khoản, ứng dụng',
  'bóng đá, điền kinh, bơi lội, võ thuật, cờ vua, đua thuyền, âm nhạc, hội họa, sân khấu, cải lương, đờn ca, tài tử, triển lãm, sáng tác, văn nghệ, nhiếp ảnh',
  'khởi nghiệp, thu hút, hội nhập, xúc tiến, thương mại, logistics, kho bãi, hải quan, tỷ giá, cổ phần, trái phiếu, phá sản, sáp nhập, niêm yết, kiểm toán',
  'bác sĩ, điều dưỡng, thuốc, cấp cứu, phẫu thuật, ung thư, tim mạch, tiểu đường, sốt xuất huyết, lao phổi, dinh dưỡng, sơ sinh, hiến tạng, ghép thận, đột quỵ',
  'mưa đá, lốc xoáy, động đất, triều cường, xói mòn, bồi lắng, phù sa, cù lao, rạch, vàm, bãi bồi, cồn cát, phá, vịnh, mũi, ghềnh, thác, hang động',
  'măng cụt, chôm chôm, nhãn, vải, mít, dừa, ổi, na, khóm, khoai lang, sắn, ngô, đậu tương, lạc, vừng, mía, bông, đay, dâu tằm, sen, nấm rơm, hành tím, tỏi',
  'gốm, lụa, chiếu, nón lá, thổ cẩm, trầm hương, sơn mài, chạm bạc, đúc đồng, đan lát, bánh tráng, nước mắm, rượu cần, mật ong, yến sào, trà, kẹo dừa, giò chả',
  'voi, tê giác, voọc, sếu, cò, le le, rùa biển, cá heo, san hô, cỏ biển, bần, đước, tràm, mắm, dầu rái, sao đen, giáng hương, trắc, pơ mu, lim, nghiến, thông',
].flatMap((line) => line.split(line.includes(',') ? ', ' : ' '))

/** Of which names of people and places are made. */
export const names = {
  families: 'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Mai Lâm'.split(' '),
  middles: 'Văn Thị Hữu Đức Ngọc Minh Thanh Quốc Xuân Thu Kim Hồng Công Đình Bảo'.split(' '),
  givens:
    'An Anh Bình Châu Chi Cường Dung Dũng Duy Đạt Giang Hà Hải Hạnh Hằng Hiền Hiếu Hoa Hòa Hùng Hương Khánh Khoa Lan Linh Loan Long Lộc Mai Mạnh Nam Nga Nhung Oanh Phong Phúc Phương Quân Quang Quyên Quỳnh Sơn Tâm Tân Thảo Thắng Thịnh Thủy Tiến Toàn Trang Trâm Trí Trung Tuấn Tùng Tuyết Uyên Vân Việt Yến'.split(
      ' ',
    ),
  places: 'Phú Hòa Tân Long Mỹ Bình Vĩnh Thạnh An Đông Tây Xuân Thới Lộc Hưng Thuận Quới Điền Trạch Giang'.split(' '),
} as const
