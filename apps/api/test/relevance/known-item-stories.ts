import type { Story } from './story.ts'

/** Texts that somebody looks for by what only they have: numbers, short forms, names, a word of the text. */
export const knownItemStories = {
  data: {
    title: 'Triển khai Nghị định 13/2023/NĐ-CP về bảo vệ dữ liệu cá nhân',
    sapo: 'Các cơ quan phải cử người phụ trách và lập hồ sơ đánh giá tác động.',
    body: 'Nghị định có hiệu lực từ ngày 01/7/2023.',
  },
  leak: {
    title: 'Lộ số điện thoại khách hàng, một cửa hàng bị nhắc nhở',
    sapo: 'Chủ cửa hàng nhận lỗi và xóa tệp.',
    body: 'Hành vi này trái với Nghị định 13/2023/NĐ-CP của Chính phủ.',
  },
  decree13of2022: {
    title: 'Phổ biến Nghị định 13/2022/NĐ-CP đến cán bộ cơ sở',
    sapo: 'Lớp phổ biến kéo dài một buổi.',
    body: 'Năm 2023 sẽ có thêm hai lớp nữa.',
  },
  decree31of2023: {
    title: 'Hỏi đáp về Nghị định 31/2023/NĐ-CP',
    sapo: 'Mười ba câu hỏi thường gặp về xử phạt trong trồng trọt.',
    body: 'Mức phạt được nêu ở Điều 13.',
  },
  circular: {
    title: 'Thông tư 02/2021/TT-BNV: công chức cần những chứng chỉ nào?',
    sapo: 'Mã số và tiêu chuẩn ngạch được quy định lại.',
    body: 'Người đã có chứng chỉ cũ không phải học lại.',
    unit: 'interior',
  },
  otherCircular: {
    title: 'Thông tư 02/2021/TT-BGDĐT và xếp lương giáo viên tiểu học',
    sapo: 'Thầy cô quan tâm nhất đến hạng chức danh.',
    body: 'Hiệu trưởng rà soát từng hồ sơ.',
    unit: 'education',
  },
  disasterPlan: {
    title: 'Kế hoạch số 112/KH-UBND về phòng, chống thiên tai',
    sapo: 'Phương châm bốn tại chỗ được nhấn mạnh.',
    body: 'Mỗi xã lập một đội xung kích năm mươi người.',
  },
  schoolPlan: {
    title: 'Kế hoạch số 112/KH-SGDĐT về tuyển sinh lớp sáu',
    sapo: 'Tuyển sinh theo nơi cư trú, không thi.',
    body: 'UBND xã xác nhận nơi ở thực tế của học trò.',
    unit: 'education',
  },
  directive: {
    title: 'Năm năm thực hiện Chỉ thị 05-CT/TW ở các chi bộ',
    sapo: 'Nhiều cách làm hay được giới thiệu.',
    body: 'Sổ tay ghi việc tốt được chuyền tay nhau.',
  },
  bridgeDecision: {
    title: 'Phân luồng xe tải qua trung tâm trong giờ cao điểm',
    sapo: 'Biển báo được lắp từ đầu tháng.',
    body: 'Phương án này theo Quyết định số 1745/QĐ-UBND. Xe trên năm tấn đi vòng qua đường tránh.',
  },
  lockdown: {
    title: 'Phong tỏa một khu phố để phòng, chống Covid-19',
    sapo: 'Lương thực được chuyển vào hai lần mỗi ngày.',
    body: 'Người dân khai báo y tế qua tin nhắn.',
    unit: 'health',
  },
  pandemicHelp: {
    title: 'Hỗ trợ lao động mất việc vì đại dịch COVID-19',
    sapo: 'Tiền được chuyển thẳng vào tài khoản.',
    body: 'Danh sách niêm yết công khai ở nhà văn hóa.',
  },
  wedding: {
    title: 'Đám cưới gọn nhẹ thành nếp sống mới',
    sapo: 'Mâm cỗ vừa đủ, không loa đài thâu đêm.',
    body: 'Thói quen này bắt đầu từ thời Covid-19 và được giữ lại.',
  },
  enterprises: {
    title: 'Sở KH&ĐT nhận hồ sơ đăng ký doanh nghiệp qua mạng',
    sapo: 'Chín phần mười hồ sơ trả trước hạn.',
    body: 'Phòng đăng ký kinh doanh hướng dẫn qua điện thoại.',
    unit: 'planning',
  },
  projects: {
    title: 'Sở Kế hoạch và Đầu tư công bố danh mục dự án mời gọi',
    sapo: 'Ba mươi dự án về điện gió, cảng và kho lạnh.',
    body: 'Nhà đầu tư được cấp sẵn bản đồ.',
    unit: 'planning',
  },
  middleSchool: {
    title: 'Trường THCS Lê Lợi kỷ niệm bốn mươi năm thành lập',
    sapo: 'Cựu học trò về trồng cây lưu niệm.',
    body: 'Trường có hai mươi lớp.',
    unit: 'education',
  },
  otherMiddleSchool: {
    title: 'Trường trung học cơ sở Kim Đồng có bếp ăn bán trú',
    sapo: 'Bữa trưa có rau từ vườn trường.',
    body: 'Phụ huynh thay nhau giám sát bếp.',
    unit: 'education',
  },
  session: {
    title: 'HĐND tỉnh khai mạc kỳ họp thứ tám',
    sapo: 'Mười chín nghị quyết được xem xét.',
    body: 'Phiên chất vấn kéo dài một ngày.',
    unit: 'council',
  },
  supervision: {
    title: 'Hội đồng nhân dân tỉnh giám sát việc chi ngân sách cho trạm y tế',
    sapo: 'Đoàn đến mười hai trạm.',
    body: 'Nhiều máy siêu âm chưa có người dùng.',
    unit: 'council',
  },
  deputies: {
    title: 'Đại biểu Quốc hội tiếp xúc cử tri trước kỳ họp',
    sapo: 'Cử tri hỏi nhiều về giá vật tư.',
    body: 'Các đại biểu trả lời tại chỗ mười câu.',
  },
  delegation: {
    title: 'Đoàn ĐBQH tỉnh khảo sát hồ chứa nước',
    sapo: 'Ba hồ cần sửa gấp.',
    body: 'Kết quả khảo sát sẽ được đưa ra nghị trường.',
  },
  capital: {
    title: 'Giao 714.464 triệu đồng vốn đầu tư công cho các chủ đầu tư',
    sapo: 'Vốn ưu tiên cho công trình dở dang.',
    body: 'Đến quý hai phải giải ngân một nửa.',
  },
  edeWater: {
    title: 'Lễ cúng bến nước của người Ê-đê',
    sapo: 'Bến nước là nơi linh thiêng của buôn.',
    body: 'Thầy cúng đọc lời khấn bằng tiếng mẹ đẻ.',
    author: 'nie',
  },
  edeBook: {
    title: 'Trang sách song ngữ cho trẻ em Ê đê',
    sapo: 'Mười truyện cổ được in kèm tranh.',
    body: 'Cô giáo người Ê đê tự vẽ minh họa.',
    author: 'nie',
  },
  chairman: {
    title: 'Chủ tịch Trần Thanh Bình thăm công nhân ở lại đón Tết',
    sapo: 'Mỗi gia đình nhận một phần quà và vé xe.',
    body: 'Chủ tịch hỏi han chuyện tiền nhà, tiền điện.',
    unit: 'government',
  },
  communeBinh: {
    title: 'Xã Thanh Bình có chợ phiên mỗi sáng chủ nhật',
    sapo: 'Bà con họ Trần gánh rau xuống chợ từ ba giờ sáng.',
    body: 'Chợ phiên xã Thanh Bình bán nhiều măng rừng.',
  },
  teacher: {
    title: 'Cô giáo Nguyễn Thị Lan ba mươi năm gieo chữ trên núi',
    sapo: 'Có năm lớp của cô chỉ có bốn em.',
    body: 'Cô Lan học tiếng của trò để giảng bài.',
    author: 'huong',
  },
  otherLan: {
    title: 'Vườn lan của bà Nguyễn Thị Mai',
    sapo: 'Hơn nghìn giò phong lan nở rộ.',
    body: 'Giáo viên và học trò thường ghé thăm vườn lan.',
    author: 'huong',
  },
  weaver: {
    title: "Nghệ nhân H'Bia Niê giữ khung dệt của mẹ",
    sapo: 'Mỗi tấm thổ cẩm dệt trong hai tháng.',
    body: "H'Bia dạy nghề cho bảy cô gái trong buôn.",
    author: 'nie',
  },
  street: {
    title: 'Chỉnh trang đường Nguyễn Huệ, hạ ngầm dây điện',
    sapo: 'Vỉa hè được lát đá, trồng thêm cây.',
    body: 'Đường Nguyễn Huệ thành phố đi bộ vào cuối tuần.',
    unit: 'transport',
  },
  hueSchool: {
    title: 'Đường đến trường Nguyễn Huệ bớt kẹt xe nhờ lệch giờ học',
    sapo: 'Hai khối vào lớp cách nhau hai mươi phút.',
    body: 'Phụ huynh ủng hộ cách làm này.',
  },
  storm5: {
    title: 'Bão số 5 đổi hướng, hàng nghìn tàu thuyền về bến',
    sapo: 'Lệnh cấm biển có hiệu lực từ mười hai giờ trưa.',
    body: 'Đến chiều, bão số 5 cách bờ hai trăm cây số.',
  },
  storm8: {
    title: 'Bão số 8 suy yếu, 5 xã ven biển có điện trở lại',
    sapo: 'Ngành điện huy động ba trăm công nhân.',
    body: 'Thiệt hại nhẹ hơn dự báo.',
  },
  magazine: {
    title: 'Tạp chí Văn nghệ ra số 5, thêm trang cho báo tường học đường',
    sapo: 'Bìa in tranh khắc gỗ.',
    body: 'Số tới dành cho chủ đề biển.',
  },
  fraud: {
    title: 'Nhận diện lừa đảo qua điện thoại',
    sapo: 'Kẻ gian giả làm nhân viên ngân hàng.',
    body: 'Gặp dấu hiệu lừa đảo, hãy gọi cho công an gần nhất.',
  },
  islandRice: {
    title: 'Cấy lúa trên đảo, chuyện tưởng đùa mà thật',
    sapo: 'Nước ngọt lấy từ hồ mưa.',
    body: 'Hạt lúa nhỏ nhưng thơm, đảo nay đã tự túc một phần gạo.',
  },
  summerCamp: {
    title: 'Trại hè bên suối cho thiếu nhi',
    sapo: 'Bảy ngày không điện thoại.',
    body: 'Các em tự dựng lều, nấu cơm bếp củi. Buổi cuối, đội trưởng kể chuyện về trạm biến áp bỏ hoang bên đồi.',
  },
  market: {
    title: 'Chợ nổi thưa dần ghe hàng',
    sapo: 'Con cháu chủ ghe lên bờ lập nghiệp.',
    body: 'Bà Tư vẫn bán bún riêu trên ghe, chiếc đèn măng sông treo trước mũi từ đời ông nội.',
  },
} satisfies Record<string, Story>
