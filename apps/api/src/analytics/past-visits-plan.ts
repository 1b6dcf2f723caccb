import { seededRandom } from '../lib/seeded-random.ts'
import type { NewHit } from './hits/hits.repository.ts'
import type { VisitorHash } from './visitors/visitor.ts'

export interface PastArticle {
  id: string
  /** The local day it was published: nobody read it before. */
  since: string
}

/** A hit at a local time of the site, `YYYY-MM-DD HH:MM:SS`. */
export interface PastHit extends Omit<NewHit, 'entry' | 'country'> {
  localTime: string
  visit: boolean
}

/** Readers of an agency's site read in office hours, a little in the evening, hardly at night. */
const visitsByHour = [1, 1, 0, 0, 0, 1, 3, 8, 14, 16, 14, 10, 5, 8, 14, 15, 12, 8, 5, 5, 6, 6, 4, 2]
const hours = visitsByHour.flatMap((visits, hour) => Array.from({ length: visits }, () => hour))
const referrers = ['www.google.com', 'www.google.com', 'zalo.me', 'www.facebook.com', 'coccoc.com', null, null, null, null]
const secondsOfDay = 86_400

type Random = () => number

/** The page views of one local day: some 200 visits on a working day, under half of that at weekends. The same for the same seed. */
export function planDay(day: string, articles: PastArticle[], seed: number): PastHit[] {
  const random = seededRandom(seed ^ Number(day.replaceAll('-', '')))
  const readable = articles.filter(({ since }) => since <= day)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const usual = weekday === 0 ? 70 : weekday === 6 ? 90 : 200
  const visits = Math.round(usual * (0.85 + 0.3 * random()))
  return Array.from({ length: visits }, () => planVisit(day, readable, random)).flat()
}

/** One reader: enters by the home page or an article, and may read on. */
function planVisit(day: string, articles: PastArticle[], random: Random): PastHit[] {
  const visitor: VisitorHash = `\\x${randomBytes(16, random).toString('hex')}`
  const referrerHost = pick(referrers, random) ?? null
  const pages: PastHit[] = []
  let second = (pick(hours, random) ?? 0) * 3600 + Math.floor(random() * 3600)
  do {
    const visit = pages.length === 0
    const article = visit && random() < 0.4 ? undefined : articles[Math.floor(articles.length * random() ** 2)]
    pages.push({
      id: randomId(random),
      localTime: `${day} ${clockTime(second)}`,
      articleId: article?.id ?? null,
      path: article ? null : '/',
      visit,
      visitor,
      referrerHost: visit ? referrerHost : null,
    })
    second += 20 + Math.floor(random() * 180)
  } while (pages.length < 5 && second < secondsOfDay && random() < 0.4)
  return pages
}

function pick<T>(list: T[], random: Random): T | undefined {
  return list[Math.floor(random() * list.length)]
}

function clockTime(second: number): string {
  return new Date(second * 1000).toISOString().slice(11, 19)
}

function randomBytes(length: number, random: Random): Buffer {
  return Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)))
}

/** In the form of a random UUID (version 4), as browsers give them. */
function randomId(random: Random): string {
  const hex = randomBytes(16, random).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}
