import type { Subject } from './subject.ts'

/** What offices do for and with the people. */
export const officeSubjects = {
  emulation: {
    name: 'thi đua',
    titles: [
      'Phát động phong trào thi đua yêu nước năm {year} tại {place}',
      '{place} tổng kết công tác thi đua, khen thưởng năm {year}',
      'Ký kết giao ước thi đua giữa các đơn vị của {place}',
      'Tuyên dương điển hình tiên tiến của {place} năm {year}',
      'Khối thi đua các cơ quan của {place} họp phiên giữa năm {year}',
    ],
    sapos: [
      'Hội đồng thi đua của {place} chọn những tập thể, cá nhân có thành tích xuất sắc để đề nghị biểu dương.',
      'Phong trào thi đua năm nay của {place} gắn với việc hoàn thành chỉ tiêu được giao.',
    ],
    sentences: [
      'Các tiêu chí thi đua được chấm điểm công khai, có đại diện của từng đơn vị tham gia.',
      'Danh hiệu thi đua chỉ xét cho tập thể có sáng kiến đã áp dụng và đem lại kết quả rõ rệt.',
      'Nhiều công nhân, nông dân trực tiếp lao động được đề nghị khen thưởng trong đợt này.',
      'Phong trào thi đua lan đến từng tổ dân phố, từng nhà máy và từng lớp học.',
    ],
    aside: 'Kết quả này được đưa vào bảng chấm điểm thi đua cuối năm.',
  },
  reform: {
    name: 'cải cách hành chính',
    titles: [
      '{place} công bố chỉ số cải cách hành chính năm {year}',
      'Kiểm tra công tác cải cách hành chính tại {place}',
      'Người dân {place} nhận kết quả hồ sơ chỉ sau nửa giờ',
      'Cuộc thi sáng kiến cải cách hành chính năm {year} nhận bài từ {place}',
      'Tập huấn kỹ năng cải cách hành chính cho cán bộ {place}',
    ],
    sapos: [
      'Công tác cải cách hành chính của {place} được người dân đánh giá qua phiếu khảo sát.',
      '{place} cắt giảm giấy tờ ở bộ phận một cửa, một nội dung của chương trình cải cách hành chính.',
    ],
    sentences: [
      'Bộ phận một cửa niêm yết thời hạn giải quyết của từng thủ tục và số điện thoại để người dân phản ánh.',
      'Kế hoạch cải cách hành chính đặt chỉ tiêu chín mươi phần trăm hồ sơ được trả đúng hẹn.',
      'Cán bộ tiếp nhận phải xin lỗi bằng văn bản khi hồ sơ trễ hẹn.',
      'Tổ công tác chấm điểm cải cách hành chính của từng phòng, ban theo quý.',
    ],
    aside: 'Đây cũng là một việc trong chương trình cải cách hành chính của tỉnh.',
  },
  digital: {
    name: 'chuyển đổi số',
    titles: [
      '{place} ra mắt tổ công nghệ cộng đồng để chuyển đổi số',
      'Ngày hội chuyển đổi số {year} tại {place}',
      'Tiểu thương {place} quen dần với mã quét thay tiền mặt',
      '{place} xếp hạng chuyển đổi số của các đơn vị năm {year}',
      'Đào tạo kỹ năng chuyển đổi số cho cán bộ của {place}',
    ],
    sapos: [
      'Chuyển đổi số ở {place} bắt đầu từ những việc nhỏ: nộp hồ sơ qua mạng, thanh toán không dùng tiền mặt.',
      'Tổ công nghệ cộng đồng của {place} đến từng nhà hướng dẫn cài đặt ứng dụng, đưa chuyển đổi số đến với người cao tuổi.',
    ],
    sentences: [
      'Dữ liệu của các ngành được kết nối về trung tâm điều hành, dùng chung một nền tảng.',
      'Người dân chỉ cần một tài khoản định danh để dùng tất cả dịch vụ công.',
      'Ban chỉ đạo chuyển đổi số yêu cầu các đơn vị số hóa hồ sơ trước khi trả kết quả.',
      'Chuyển đổi số đòi hỏi thay đổi thói quen làm việc trước khi mua sắm thiết bị.',
    ],
    aside: 'Việc này còn nhằm phục vụ quá trình chuyển đổi số của địa phương.',
  },
  insurance: {
    name: 'bảo hiểm y tế',
    titles: [
      '{place} vận động hộ gia đình tham gia bảo hiểm y tế',
      'Trao tặng thẻ bảo hiểm y tế cho người khó khăn ở {place}',
      'Khám bệnh bằng căn cước gắn chip ở {place}: nhanh và gọn',
      'Tỷ lệ bao phủ bảo hiểm y tế của {place} năm {year}',
      'Đối thoại về chính sách bảo hiểm y tế tại {place}',
    ],
    sapos: [
      'Nhân viên thu của {place} đến từng nhà để giải thích quyền lợi của người có thẻ bảo hiểm y tế.',
      'Bảo hiểm y tế giúp nhiều gia đình ở {place} vượt qua lúc ốm đau.',
    ],
    sentences: [
      'Học sinh, sinh viên được ngân sách hỗ trợ một phần mức đóng.',
      'Người tham gia bảo hiểm y tế đủ năm năm liên tục được miễn phần cùng chi trả theo quy định.',
      'Cơ quan bảo hiểm xã hội phối hợp với bệnh viện rà soát hồ sơ thanh toán.',
      'Thẻ bảo hiểm y tế được tích hợp trên ứng dụng nên không cần mang bản giấy.',
    ],
    aside: 'Người nghèo trong vùng được cấp thẻ bảo hiểm y tế miễn phí.',
  },
  land: {
    name: 'quyền sử dụng đất',
    titles: [
      '{place} trao giấy chứng nhận quyền sử dụng đất cho các hộ dân',
      'Đấu giá quyền sử dụng đất tại {place}',
      'Gỡ vướng sổ đỏ cho người dân tái định cư ở {place}',
      'Thủ tục chuyển nhượng quyền sử dụng đất ở {place} được rút ngắn',
      'Đo đạc, lập hồ sơ quyền sử dụng đất ở {place} trong năm {year}',
    ],
    sapos: [
      'Văn phòng đăng ký của {place} giải quyết dứt điểm hồ sơ quyền sử dụng đất tồn đọng nhiều năm.',
      'Giá khởi điểm của các thửa ở {place} được công bố trước ba mươi ngày, ai cũng có thể xem hồ sơ về quyền sử dụng đất.',
    ],
    sentences: [
      'Cán bộ địa chính cùng tổ trưởng xác minh ranh giới từng thửa, có chữ ký của hộ liền kề.',
      'Giấy chứng nhận quyền sử dụng đất được trả tại nhà qua bưu điện.',
      'Bản đồ địa chính cũ sai lệch nên phải đo lại bằng máy.',
      'Tranh chấp quyền sử dụng đất được hòa giải ở cơ sở trước khi đưa ra tòa.',
    ],
    aside: 'Các hộ phải di dời sẽ được cấp giấy chứng nhận quyền sử dụng đất ở nơi mới.',
  },
  election: {
    name: 'bầu cử',
    titles: [
      '{place} niêm yết danh sách cử tri trước ngày bầu cử',
      'Kiểm tra công tác chuẩn bị bầu cử tại {place}',
      'Ứng cử viên gặp gỡ người dân {place}',
      'Tập huấn nghiệp vụ bầu cử cho các tổ ở {place}',
      'Cờ hoa rực rỡ ở {place} mừng ngày bầu cử',
    ],
    sapos: [
      'Ủy ban bầu cử của {place} rà soát từng khu vực bỏ phiếu, không để sót cử tri.',
      'Công tác bầu cử ở {place} bảo đảm dân chủ, đúng luật, an toàn.',
    ],
    sentences: [
      'Thẻ cử tri được phát đến tận tay từng người.',
      'Hòm phiếu phụ được đưa đến nhà người ốm, người già yếu.',
      'Tổ bầu cử phải kiểm phiếu ngay sau khi kết thúc cuộc bỏ phiếu.',
      'Tiểu sử người ứng cử được treo ở nơi đông người qua lại trong suốt kỳ bầu cử.',
    ],
    aside: 'Lực lượng này cũng giữ gìn trật tự trong những ngày bầu cử.',
  },
  citizens: {
    name: 'tiếp công dân',
    titles: [
      'Lãnh đạo {place} tiếp công dân định kỳ',
      'Thanh tra trách nhiệm tiếp công dân của người đứng đầu ở {place}',
      'Nghe dân nói ở {place}: giải quyết từ cơ sở, không đùn đẩy lên trên',
      'Trụ sở tiếp công dân của {place} có phòng chờ mới',
      '{place} báo cáo kết quả tiếp công dân năm {year}',
    ],
    sapos: [
      'Mỗi tháng hai ngày, người đứng đầu {place} trực tiếp tiếp công dân và trả lời ngay những việc đã rõ.',
      'Nhờ tiếp công dân nghiêm túc, số đơn vượt cấp của {place} giảm một nửa.',
    ],
    sentences: [
      'Đơn thư được phân loại trong ngày, việc khó có luật sư tư vấn miễn phí.',
      'Ban tiếp công dân ghi âm buổi làm việc khi người dân đồng ý.',
      'Kết luận của người chủ trì được gửi cho người dân bằng văn bản trong mười ngày.',
      'Lịch tiếp công dân được niêm yết ở cổng trụ sở và trên trang thông tin.',
    ],
    aside: 'Ý kiến của bà con đã được ghi nhận qua các buổi tiếp công dân.',
  },
} satisfies Record<string, Subject>
