import type { Article } from '@bantin/shared/articles'
import type { FeedQuery } from '@bantin/shared/feeds'
import type { Site } from '@bantin/shared/site'
import type { DeliveryDb } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import { type Deleted, findDeleted, findPictureSizes, findSubject, type Subject } from './feeds.queries.ts'

/** What other features of delivery read for a feed; they are handed to it. */
export interface Readers {
  findSite(db: DeliveryDb, baseUrl: string): Promise<string | undefined>
  /** The newest that a list has, with their ids; `onlyNew`: without what came from an archive. */
  findArticles(
    db: DeliveryDb,
    baseUrl: string,
    query: { filters: FeedQuery; after: undefined; limit: number; onlyNew: true },
  ): Promise<{ id: string }[]>
  /** Whole articles as JSON texts by their ids, of those that are public. */
  findWholeArticles(db: DeliveryDb, baseUrl: string, ids: string[]): Promise<ReadonlyMap<string, string>>
}

/** What all forms of a feed say. Addresses are absolute. */
export interface Feed {
  title: string
  description: string
  /** The page that it is a feed of. */
  homeUrl: string
  selfUrl: string
  language: string
  publisher: { name: string; url: string }
  /** Licence, and what is to be said by who uses a text again. */
  rights: string | null
  updatedAt: string
  articles: FeedArticle[]
  deleted: Deleted[]
}

/** `heroBytes`: how large the lead picture's `src` is. */
export type FeedArticle = Article & { heroBytes: number | undefined }

interface Asked {
  baseUrl: string
  /** The path of the feed's form. */
  path: string
  query: FeedQuery
}

const most = 30

/** What a feed may hold of texts, in characters: thirty long ones would be too much for its readers. */
const mostText = 4_000_000

/** So many at a time, so that little is read that is too much. */
const atATime = 10

/**
 * The newest articles of the site, or of what is asked for, as `/articles` lists them, without those of an archive. Throws `not_found` where
 * there is no such thing.
 */
export async function readFeed(db: DeliveryDb, readers: Readers, { baseUrl, path, query }: Asked): Promise<Feed> {
  const json = await readers.findSite(db, baseUrl)
  if (json === undefined) throw new ProblemError('not_found')
  const site = JSON.parse(json) as Site
  const [asked] = Object.entries(query) as [keyof FeedQuery, string][]
  const subject = asked && (await findSubject(db, baseUrl, ...asked))
  if (asked && !subject) throw new ProblemError('not_found')
  const listed = await readers.findArticles(db, baseUrl, { filters: query, after: undefined, limit: most, onlyNew: true })
  const articles = await readTexts(
    listed.map(({ id }) => id),
    (ids) => readers.findWholeArticles(db, baseUrl, ids),
  )
  const sizes = await findPictureSizes(
    db,
    baseUrl,
    articles.flatMap(({ hero }) => hero?.id ?? []),
  )
  const deleted = await findDeleted(db, baseUrl)
  return {
    ...channel(site, subject),
    selfUrl: baseUrl + path + (asked ? `?${new URLSearchParams([asked])}` : ''),
    updatedAt: newest([...articles.map((article) => article.updatedAt), ...deleted.map(({ at }) => at)]),
    articles: articles.map((article) => ({ ...article, heroBytes: article.hero ? sizes[article.hero.src] : undefined })),
    deleted,
  }
}

/** In the order of the ids, as far as there is room, never less than one. */
async function readTexts(ids: string[], read: (ids: string[]) => Promise<ReadonlyMap<string, string>>): Promise<Article[]> {
  const articles: Article[] = []
  let room = mostText
  for (let next = 0; next < ids.length && room > 0; next += atATime) {
    const some = ids.slice(next, next + atATime)
    const texts = await read(some)
    for (const text of some.flatMap((id) => texts.get(id) ?? [])) {
      if (room <= 0) break
      articles.push(JSON.parse(text) as Article)
      room -= text.length
    }
  }
  return articles
}

function channel(site: Site, subject: Subject | undefined) {
  const from = `Tin mới từ ${site.name}`
  return {
    title: subject ? `${subject.name} | ${site.name}` : site.name,
    description: subject ? `${from}: ${subject.name}` : from,
    homeUrl: subject?.url ?? `${site.url}/`,
    language: site.locales[0] ?? 'vi',
    publisher: site.rootUnit ?? { name: site.name, url: `${site.url}/` },
    rights: [site.licence, site.reuse].filter(Boolean).join('. ') || null,
  }
}

/** Of a feed in which there never was anything it is a moment that does not move. */
function newest(moments: string[]): string {
  const latest = moments.toSorted((one, other) => Date.parse(other) - Date.parse(one))[0]
  return latest ?? '1970-01-01T00:00:00.000Z'
}
