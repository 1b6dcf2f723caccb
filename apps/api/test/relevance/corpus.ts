import { seededRandom } from '../../src/lib/seeded-random.ts'
import { countrySubjects } from './country-subjects.ts'
import { knownItemStories } from './known-item-stories.ts'
import { nearMissStories } from './near-miss-stories.ts'
import { officeSubjects } from './office-subjects.ts'
import { authorNames, places, unitNames } from './organization.ts'
import { peopleSubjects } from './people-subjects.ts'
import type { Story } from './story.ts'
import type { Subject } from './subject.ts'
import { timelyStories } from './timely-stories.ts'

export const subjects = { ...officeSubjects, ...countrySubjects, ...peopleSubjects }
export type SubjectKey = keyof typeof subjects

const stories: Record<string, Story> = { ...nearMissStories, ...knownItemStories, ...timelyStories }

export interface CorpusArticle {
  key: string
  title: string
  sapo: string
  paragraphs: string[]
  /** Days since it came out, so that its age is the same whenever it is searched for. */
  age: number
  unit: keyof typeof unitNames
  author: keyof typeof authorNames
  /** Of those that are made: what it is about, and where. */
  subject?: SubjectKey
  place?: string
}

const perSubject = 11
const units = Object.keys(unitNames) as (keyof typeof unitNames)[]
const authors = Object.keys(authorNames) as (keyof typeof authorNames)[]

/** All articles, always the same: of every subject some, made of its sentences, and the stories. */
export function corpus(): CorpusArticle[] {
  const random = seededRandom(7)
  const made = (Object.keys(subjects) as SubjectKey[]).flatMap((subject, before) =>
    // Every subject has something of every place.
    Array.from({ length: perSubject }, (_, number) => madeOf({ subject, number, place: at(places, number * 3 + before) }, random)),
  )
  return [...made, ...Object.entries(stories).map(([key, story]) => articleOf(key, story, random))]
}

type Random = () => number

function madeOf({ subject, number, place }: { subject: SubjectKey; number: number; place: string }, random: Random): CorpusArticle {
  const { titles, sapos, sentences } = subjects[subject] as Subject
  const year = 2019 + ((number + 2 * Math.floor(number / titles.length)) % 5)
  const filled = (text: string) =>
    capital(
      text
        .replaceAll('{place}', place)
        .replaceAll('{year}', `${year}`)
        .replaceAll('{next}', `${year + 1}`),
    )
  const [one, other] = shuffled(Object.keys(subjects) as SubjectKey[], random).filter((each) => each !== subject)
  const asides = [one, other].map((each) => subjects[each as SubjectKey].aside)
  const own = shuffled(sentences, random)
  const general = shuffled(generalSentences, random)
  return {
    key: `${subject}${number}`,
    title: filled(at(titles, number)),
    sapo: filled(at(sapos, number + Math.floor(number / titles.length))),
    paragraphs: [`${own[0]} ${general[0]} ${own[1]}`, `${general[1]} ${asides[0]}`, `${own[2]} ${asides[1]}`],
    age: (2024 - year) * 365 + Math.floor(random() * 300),
    unit: at(units, Math.floor(random() * units.length)),
    author: at(authors, Math.floor(random() * authors.length)),
    subject,
    place,
  }
}

function articleOf(key: string, { title, sapo, body, age, unit, author }: Story, random: Random): CorpusArticle {
  const general = shuffled(generalSentences, random)
  return {
    ...{ key, title, sapo, paragraphs: [body, `${general[0]} ${general[1]}`] },
    age: age ?? 730 + Math.floor(random() * 1100),
    // Of a unit or an author who is looked for there is only what belongs to them.
    unit: unit ?? 'inspectors',
    author: author ?? 'dat',
  }
}

/** They stand in anything. */
const generalSentences = [
  'Buổi gặp mặt diễn ra trong không khí cởi mở, nhiều câu hỏi được trả lời ngay.',
  'Đại diện lãnh đạo địa phương cảm ơn sự chung tay của mọi người.',
  'Kinh phí được công khai để ai cũng có thể theo dõi.',
  'Những cách làm hay sẽ được nhân rộng trong thời gian tới.',
  'Bên lề, phóng viên đã ghi nhận niềm vui của bà con.',
  'Theo kế hoạch, đợt tiếp theo bắt đầu vào tháng sau.',
  'Các ý kiến góp ý được tổng hợp để gửi cấp trên xem xét.',
  'Dù còn khó khăn, mọi việc vẫn đúng tiến độ đề ra.',
]

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item)
}

function at<Item>(items: readonly Item[], index: number): Item {
  return items[index % items.length] as Item
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
