import type { Story } from './story.ts'

/** What only counts while it is new. */
export const timelyStories = {
  ...inTurn('powerCut', [12, 75, 160, 420, 800, 1300], (age, number) => ({
    title: `Thông báo lịch cắt điện đợt ${number}`,
    sapo: 'Điện lực ngừng cấp để bảo trì lưới, từ tám giờ đến mười một giờ.',
    body: 'Khách hàng tắt cầu dao để tránh sự cố khi có điện trở lại.',
    age,
  })),
  ...inTurn('tides', [9, 100, 300, 700, 1100], (age, number) => ({
    title: `Bản tin triều cường kỳ ${number}`,
    sapo: 'Đỉnh triều ở trạm cửa sông cao hơn báo động hai.',
    body: 'Người dân ở bờ bao thấp nên kê cao đồ đạc.',
    age,
  })),
}

/** The newest first, whose number is the highest. */
function inTurn(name: string, ages: number[], story: (age: number, number: number) => Story): Record<string, Story> {
  return Object.fromEntries(ages.map((age, index) => [`${name}${index + 1}`, story(age, ages.length - index)]))
}
