import type { Topic } from './snippets.ts'

/** A part of the guide: what it says, in Markdown's `code` alone, and which code stands below it. */
interface Part {
  title: string
  paragraphs: string[]
  topic?: Topic
}

export interface GuideText {
  title: string
  other: string
  reference: string
  parts: Part[]
}

/** The first half hour of who writes a portal that shows what this one publishes. */
export const english: GuideText = {
  title: 'For portals that show what we publish',
  other: 'Tiếng Việt',
  reference: 'All routes',
  parts: [
    {
      title: 'What is there',
      paragraphs: [
        'Everything public is open: JSON over HTTPS, without an account. Times carry their offset, addresses are absolute, and a field that may be missing is there and `null`. New fields, reasons and types of blocks may come: pass over what you do not know.',
        'A portal keeps a copy of the articles and follows the change feed. Who needs a few headlines reads a list. Bản Tin’s own code has two portals to begin with, `examples/portal-node` and `examples/portal-php`, and in `packages/client` the `@bantin/client` of the JavaScript below.',
        'An administrator gives a portal a key (`btk_…`). With it the feed waits for what is new, you can say how far you are, and you have limits of your own. It is sent as `Authorization: Bearer btk_…`, from a server, never in an address and never from a reader’s browser.',
        'What fails is `application/problem+json` with a `code`. After 429 and 503 wait as long as `Retry-After` says. Keep each `ETag` and send it as `If-None-Match`: what has not changed is 304, without its bytes.',
      ],
    },
    {
      title: 'A list',
      paragraphs: [
        '`page.next` is the next page’s `cursor`, and `apiUrl` of an entry answers the whole article. `bodyHtml` there has no scripts, styles or classes: put it up as it is, with `attribution` beside it.',
      ],
      topic: 'list',
    },
    {
      title: 'The change feed',
      paragraphs: [
        'Begin without a cursor and with an empty copy. Apply each page, then store its `cursor`, and ask with it until `more` is false; from then on ask every half minute. `put`: show what is there now, which may be withdrawn and say why. `delete`: remove your copy at once. Whoever is interrupted before he has stored the cursor applies the page again, which changes nothing.',
        'The number before the colon is the epoch. When it changes, the portal’s database was put back to an older copy: empty yours, and begin anew.',
        'With a key, `wait=25` keeps the answer back until something comes, and `PUT /api/v1/changes/cursor` acknowledges what you have applied: editors see who still shows what was corrected. `GET` there gives it back, if you have lost your own.',
      ],
      topic: 'follow',
    },
    {
      title: 'Webhooks',
      paragraphs: [
        'We can tell you instead: an administrator enters your address and gives you its secret (`whsec_…`). Each entry of the feed comes as a `POST`, signed as the Standard Webhooks specification has it. Verify it over the bytes as they came, refuse what is more than five minutes old, answer 2xx within ten seconds, and then read the feed from your cursor. A message may come twice, with the same `webhook-id`.',
      ],
      topic: 'webhook',
    },
    {
      title: 'Editions and hashes',
      paragraphs: [
        'Each publication of an article is an edition, whose document stands unchanged with its SHA-256: `hash` in the article and in the list of editions. So anybody can prove what was published. Each hash goes into a log in which every `head` is made of the one before it: keep the feed’s `head`, and you are a witness.',
      ],
      topic: 'edition',
    },
  ],
}

export const vietnamese: GuideText = {
  title: 'Dành cho cổng thông tin đăng lại tin bài',
  other: 'English',
  reference: 'Toàn bộ API',
  parts: [
    {
      title: 'Có những gì',
      paragraphs: [
        'Mọi nội dung công khai đều để mở: JSON qua HTTPS, không cần tài khoản. Thời gian có kèm múi giờ, địa chỉ luôn đầy đủ, trường không có giá trị vẫn có mặt và bằng `null`. Về sau có thể thêm trường, lý do và loại khối mới: gặp gì chưa biết thì bỏ qua.',
        'Cổng thông tin giữ một bản sao các bài và theo dõi luồng thay đổi. Nơi chỉ cần vài tiêu đề thì đọc danh sách. Mã nguồn Bản Tin có sẵn hai cổng mẫu, `examples/portal-node` và `examples/portal-php`, cùng thư viện `@bantin/client` dùng trong phần JavaScript dưới đây, ở `packages/client`.',
        'Quản trị viên cấp khóa (`btk_…`) cho từng cổng. Có khóa thì luồng chờ được tin mới, cổng báo được mình đã nhận đến đâu và có hạn mức riêng. Khóa gửi trong `Authorization: Bearer btk_…`, từ máy chủ, không bao giờ đặt trong địa chỉ hay để trong trình duyệt của bạn đọc.',
        'Lỗi trả về là `application/problem+json` có `code`. Gặp 429 hoặc 503 thì đợi đủ thời gian ghi trong `Retry-After`. Giữ lại `ETag` và gửi lại trong `If-None-Match`: nội dung chưa đổi thì chỉ nhận 304, không phải tải lại.',
      ],
    },
    {
      title: 'Đọc danh sách',
      paragraphs: [
        '`page.next` là `cursor` của trang sau, còn `apiUrl` của mỗi mục trả về toàn bộ bài. `bodyHtml` của bài không có mã lệnh, kiểu dáng hay lớp CSS: đăng nguyên như vậy, kèm dòng `attribution`.',
      ],
      topic: 'list',
    },
    {
      title: 'Luồng thay đổi',
      paragraphs: [
        'Bắt đầu không có con trỏ, với bản sao rỗng. Áp dụng hết một trang rồi mới lưu `cursor` của trang đó, và hỏi tiếp bằng con trỏ ấy đến khi `more` là false; sau đó cứ nửa phút hỏi một lần. `put`: hiện đúng nội dung đang có, kể cả bài đã rút và lý do rút. `delete`: gỡ bản sao ngay. Nếu bị ngắt trước khi lưu con trỏ thì áp dụng lại trang đó, kết quả không đổi.',
        'Số đứng trước dấu hai chấm là kỷ nguyên. Khi số này đổi, cơ sở dữ liệu của nơi phát hành đã được khôi phục từ một bản cũ hơn: hãy xóa rỗng bản sao và làm lại từ đầu.',
        'Có khóa thì `wait=25` giữ câu trả lời đến khi có tin, còn `PUT /api/v1/changes/cursor` báo đã nhận đến đâu: tòa soạn biết nơi nào còn đăng nội dung đã đính chính. Nếu mất con trỏ, `GET` ở đó trả lại con trỏ đã báo.',
      ],
      topic: 'follow',
    },
    {
      title: 'Webhook',
      paragraphs: [
        'Chúng tôi cũng có thể chủ động báo: quản trị viên nhập địa chỉ của bạn và giao cho bạn mã bí mật (`whsec_…`). Mỗi mục của luồng được gửi bằng `POST`, ký theo đặc tả Standard Webhooks. Kiểm tra chữ ký trên đúng các byte nhận được, từ chối thư cũ quá năm phút, trả lời 2xx trong mười giây, rồi đọc luồng từ con trỏ của bạn. Một thư có thể đến hai lần với cùng `webhook-id`.',
      ],
      topic: 'webhook',
    },
    {
      title: 'Lần xuất bản và mã băm',
      paragraphs: [
        'Mỗi lần xuất bản một bài đều có văn bản lưu nguyên vẹn cùng mã SHA-256: trường `hash` của bài và trong danh sách các lần xuất bản. Nhờ vậy ai cũng chứng minh được đã đăng những gì. Các mã băm nối vào một nhật ký, mỗi `head` được tính từ `head` trước nó: giữ lại `head` của luồng, bạn trở thành người làm chứng.',
      ],
      topic: 'edition',
    },
  ],
}
