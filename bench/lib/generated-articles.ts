import type { Block, Body } from '@bantin/shared/body'
import { seededRandom } from '../../apps/api/src/lib/seeded-random.ts'

/** What an article of an office has, but for whom and what it names. */
export interface GeneratedArticle {
  title: string
  sapo: string
  body: Body
  /** Minutes before the newest one that it came out. */
  minutesAgo: number
  /** From 0 to below 1: which of the units, authors, categories, tags and pictures it names. */
  picks: { unit: number; author: number; category: number; tags: number[]; picture: number }
}

/** The article of that number, always the same: some 500 syllables, words of offices in paragraphs, with two headings and a list. The newest is number 0. */
export function generatedArticle(number: number): GeneratedArticle {
  const random = seededRandom(number * 2_654_435_761 + 1)
  const content: Block[] = [
    ...paragraphs(random, 3, 60),
    heading(random),
    list(random, 5, 12),
    ...paragraphs(random, 2, 60),
    heading(random),
    ...paragraphs(random, 2, 60),
  ]
  return {
    // Offices number what they announce; words alone would repeat themselves.
    title: `${sentence(random, 10)} theo Kế hoạch số ${number + 1}/KH-UBND`,
    sapo: `${sentence(random, 34)}.`,
    body: { type: 'doc', content },
    minutesAgo: number * 35 + Math.floor(random() * 30),
    picks: { unit: random(), author: random(), category: random(), tags: [random(), random()], picture: random() },
  }
}

/** The syllables of a text, as spaces divide them. */
export function countSyllables(text: string): number {
  return text.split(/\s+/).filter((part) => part !== '').length
}

type Random = () => number

function paragraphs(random: Random, count: number, length: number): Block[] {
  return Array.from({ length: count }, () => paragraph(random, length))
}

function paragraph(random: Random, length: number): Block & { type: 'paragraph' } {
  const sentences = Array.from({ length: 3 }, () => `${sentence(random, Math.round(length / 3))}.`)
  return { type: 'paragraph', content: [{ type: 'text', text: sentences.join(' ') }] }
}

function heading(random: Random): Block {
  return { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: sentence(random, 10) }] }
}

function list(random: Random, items: number, length: number): Block {
  return {
    type: 'bulletList',
    content: Array.from({ length: items }, () => ({
      type: 'listItem' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: sentence(random, length) }] }],
    })),
  }
}

/** So many syllables, the first with a capital letter. */
function sentence(random: Random, length: number): string {
  const syllables: string[] = []
  while (syllables.length < length) syllables.push(...(words[pick(random)] as string).split(' '))
  const text = syllables.slice(0, length).join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Some words are in every text, most are rare. */
function pick(random: Random): number {
  return Math.floor(random() ** 2 * words.length)
}

/** The words of offices, those of one syllable first: they are in every text. */
const words = [
  ...'và của các được trong cho với tại về là có đã những từ này khi đến theo để người không một ra trên'.split(' '),
  ...[
    'ủy ban, nhân dân, tỉnh, thành phố, phường, xã, đơn vị, cơ quan, lãnh đạo, cán bộ, công chức, viên chức, kế hoạch, triển khai',
    'thực hiện, tổ chức, hội nghị, báo cáo, kết quả, nhiệm vụ, công tác, phát triển, kinh tế, xã hội, văn hóa, giáo dục, y tế',
    'nông nghiệp, nông thôn, phong trào, thi đua, khen thưởng, cải cách, hành chính, chuyển đổi, số hóa, dịch vụ, trực tuyến, hồ sơ',
    'thủ tục, doanh nghiệp, đầu tư, xây dựng, giao thông, môi trường, tài nguyên, đất đai, nhà ở, du lịch, di tích, lễ hội, biên giới',
    'hải đảo, an ninh, trật tự, quốc phòng, thanh niên, phụ nữ, nông dân, công đoàn, cựu chiến binh, mặt trận, tổ quốc, học sinh',
    'sinh viên, giáo viên, bệnh viện, trạm xá, vắc xin, phòng chống, thiên tai, bão lũ, hạn hán, cháy rừng, cứu hộ, cứu nạn, từ thiện',
    'nhân đạo, hiến máu, hộ nghèo, việc làm, đào tạo, nghề, ngân sách, thuế, tín dụng, ngân hàng, tiết kiệm, lãng phí, thanh tra',
    'kiểm tra, giám sát, khiếu nại, tố cáo, tiếp dân, pháp luật, nghị quyết, chỉ thị, quyết định, thông tư, nghị định, quy hoạch',
    'đô thị, khu công nghiệp, cảng biển, sân bay, đường sắt, cầu vượt, kênh mương, thủy lợi, lúa, cà phê, hồ tiêu, thủy sản, chăn nuôi',
    'thú y, khuyến nông, hợp tác xã, thương hiệu, xuất khẩu, chợ, siêu thị, khoa học, công nghệ, sáng kiến, thể thao, bóng đá',
    'điền kinh, âm nhạc, hội họa, bảo tàng, thư viện, báo chí, truyền hình, viễn thông, bưu chính, trẻ em, người cao tuổi',
  ].flatMap((line) => line.split(', ')),
]
