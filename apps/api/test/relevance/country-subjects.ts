import type { Subject } from './subject.ts'

/** What happens on fields and roads, in forests and rivers. */
export const countrySubjects = {
  flood: {
    name: 'mưa lũ',
    titles: [
      '{place} khắc phục hậu quả mưa lũ',
      'Tiếp tế lương thực cho vùng mưa lũ của {place}',
      'Nước rút, {place} dọn bùn để kịp đón học sinh trở lại',
      'Diễn tập ứng phó mưa lũ năm {year} tại {place}',
      'Thiệt hại do mưa lũ ở {place} lên đến hàng chục tỷ đồng',
    ],
    sapos: [
      'Đợt mưa lũ kéo dài bốn ngày làm ngập nhiều khu dân cư của {place}.',
      'Lực lượng tại chỗ của {place} đưa người già, trẻ em ra khỏi vùng mưa lũ ngay trong đêm.',
    ],
    sentences: [
      'Nước sông lên trên báo động ba, nhiều đoạn đường bị chia cắt.',
      'Xuồng máy và áo phao được bố trí sẵn ở những thôn thường bị ngập do mưa lũ.',
      'Các hồ chứa phải xả nước theo quy trình, báo trước cho vùng hạ du ít nhất bốn giờ.',
      'Sau mưa lũ, ngành y tế phun thuốc khử khuẩn giếng nước và khu chuồng trại.',
    ],
    aside: 'Con số này tăng vì vụ trước bị mất mùa do mưa lũ.',
  },
  cooperative: {
    name: 'hợp tác xã',
    titles: [
      'Hợp tác xã ở {place} tìm đầu ra cho nông sản',
      '{place} hỗ trợ thành lập hợp tác xã kiểu mới',
      'Góp ruộng, chung máy: cách làm ăn mới của nông dân {place}',
      'Tổng kết hoạt động của hợp tác xã năm {year} tại {place}',
      'Giám đốc trẻ vực dậy một hợp tác xã ở {place}',
    ],
    sapos: [
      'Thành viên hợp tác xã ở {place} bán hàng qua sàn thương mại điện tử, lợi nhuận tăng một phần ba.',
      'Từ chỗ làm ăn nhỏ lẻ, bà con {place} góp vốn vào hợp tác xã để mua máy gặt, máy sấy.',
    ],
    sentences: [
      'Phân bón, giống được mua chung nên rẻ hơn giá thị trường.',
      'Hợp tác xã ký hợp đồng bao tiêu với doanh nghiệp trước khi xuống giống.',
      'Sổ sách được công khai trong đại hội thành viên hằng năm.',
      'Liên minh hợp tác xã của tỉnh cho vay vốn không cần thế chấp.',
    ],
    aside: 'Sản phẩm được một hợp tác xã trong vùng thu mua toàn bộ.',
  },
  roads: {
    name: 'giao thông nông thôn',
    titles: [
      '{place} khởi công các tuyến giao thông nông thôn',
      'Dân {place} hiến đất mở rộng đường thôn',
      'Bê tông hóa giao thông nông thôn ở {place} trong năm {year}',
      'Nghiệm thu công trình giao thông nông thôn của {place}',
      'Nhà nước và nhân dân {place} cùng làm giao thông nông thôn',
    ],
    sapos: [
      'Phong trào làm đường giao thông nông thôn ở {place} được người dân góp cả công lẫn của.',
      'Những con đường lầy lội của {place} được thay bằng mặt bê tông rộng ba mét rưỡi nhờ chương trình giao thông nông thôn.',
    ],
    sentences: [
      'Xi măng do ngân sách cấp, cát đá và ngày công do các hộ đóng góp.',
      'Ban giám sát cộng đồng kiểm tra từng mẻ trộn trước khi đổ.',
      'Nhờ giao thông nông thôn thuận tiện, xe tải vào tận ruộng chở lúa.',
      'Tuyến nào đủ mặt bằng thì được bố trí vốn trước.',
    ],
    aside: 'Hàng hóa lưu thông dễ dàng hơn nhờ các tuyến giao thông nông thôn mới mở.',
  },
  salt: {
    name: 'xâm nhập mặn',
    titles: [
      '{place} đóng cống ngăn xâm nhập mặn',
      'Cảnh báo xâm nhập mặn lấn sâu vào {place}',
      'Nông dân {place} trữ nước ngọt trong ao, trong túi',
      'Giải pháp thích ứng với xâm nhập mặn cho vườn cây ở {place}',
      'Xâm nhập mặn năm {year} đến sớm, {place} đổi lịch xuống giống',
    ],
    sapos: [
      'Độ mặn bốn phần nghìn đã vào các kênh chính của {place}, sớm hơn mọi năm do xâm nhập mặn theo triều cường.',
      'Trạm quan trắc ở {place} đo hai lần mỗi ngày và nhắn tin cảnh báo xâm nhập mặn cho từng hộ.',
    ],
    sentences: [
      'Người dân được khuyến cáo không lấy nước tưới khi độ mặn vượt một phần nghìn.',
      'Xâm nhập mặn làm giảm năng suất của những vườn sầu riêng chưa có ao trữ.',
      'Cống ngăn triều vận hành tự động theo số liệu đo được.',
      'Trung tâm khí tượng nhận định đỉnh xâm nhập mặn rơi vào tháng ba.',
    ],
    aside: 'Vùng này mỗi năm chịu ba tháng xâm nhập mặn.',
  },
  forest: {
    name: 'cháy rừng',
    titles: [
      '{place} trực phòng, chống cháy rừng trong mùa khô',
      'Diễn tập chữa cháy rừng cấp huyện năm {year} tại {place}',
      'Những người gác lửa trên chòi cao ở {place}',
      'Nguy cơ cháy rừng ở {place} lên cấp năm',
      'Ký cam kết không đốt nương gây cháy rừng ở {place}',
    ],
    sapos: [
      'Nắng nóng kéo dài khiến nguy cơ cháy rừng ở {place} lên mức cực kỳ nguy hiểm.',
      'Kiểm lâm và dân quân {place} tuần tra suốt ngày đêm để phát hiện sớm cháy rừng.',
    ],
    sentences: [
      'Băng cản lửa được phát dọn trước mùa khô, rộng từ tám đến mười mét.',
      'Ảnh vệ tinh báo điểm nóng trong vòng mười lăm phút.',
      'Ai gây cháy rừng bị xử phạt và phải trồng lại.',
      'Tổ xung kích có máy thổi gió, vỉ dập lửa và nước uống cho hai ngày.',
    ],
    aside: 'Mùa khô năm trước nơi đây từng xảy ra một vụ cháy rừng.',
  },
  coffee: {
    name: 'cà phê',
    titles: [
      '{place} tái canh vườn cà phê già cỗi',
      'Lễ hội cà phê năm {year} mở hội ở {place}',
      'Hạt nâu của {place} đi xa nhờ truy xuất nguồn gốc',
      'Giá cà phê tăng, nông dân {place} phấn khởi',
      'Trồng xen sầu riêng trong vườn cà phê ở {place}',
    ],
    sapos: [
      'Diện tích cà phê của {place} được chứng nhận canh tác bền vững tăng gấp đôi.',
      'Nhà nông {place} hái cà phê chín, phơi trên giàn và tự rang xay.',
    ],
    sentences: [
      'Giống mới kháng bệnh gỉ sắt và cho trái đều.',
      'Tưới tiết kiệm giúp vườn cà phê giảm một nửa lượng nước.',
      'Doanh nghiệp mua cao hơn giá thị trường cho lô hàng đạt chuẩn.',
      'Vỏ cà phê được ủ thành phân hữu cơ.',
    ],
    aside: 'Nguồn thu chính của bà con nơi đây vẫn là cà phê.',
  },
  rural: {
    name: 'nông thôn mới',
    titles: [
      '{place} đón bằng công nhận nông thôn mới nâng cao',
      'Thẩm định tiêu chí nông thôn mới của {place} năm {year}',
      'Hàng rào hoa nối dài những con ngõ ở {place}',
      'Vốn xây dựng nông thôn mới về với {place}',
      'Sức dân trong xây dựng nông thôn mới ở {place}',
    ],
    sapos: [
      'Sau mười năm xây dựng nông thôn mới, thu nhập bình quân của {place} tăng gấp ba.',
      'Ban chỉ đạo nông thôn mới rà soát từng tiêu chí còn yếu của {place}: môi trường, nhà ở, thu nhập.',
    ],
    sentences: [
      'Nhà văn hóa thôn sáng đèn mỗi tối, có sân bóng chuyền và tủ sách.',
      'Chương trình nông thôn mới không chạy theo thành tích, không huy động quá sức dân.',
      'Nước thải sinh hoạt được xử lý bằng hố lắng trước khi ra mương.',
      'Mỗi xã chọn một sản phẩm chủ lực trong bộ tiêu chí nông thôn mới.',
    ],
    aside: 'Địa phương phấn đấu về đích nông thôn mới trong nhiệm kỳ này.',
  },
} satisfies Record<string, Subject>
