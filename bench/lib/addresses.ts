import { sql } from 'drizzle-orm'
import { seededRandom } from '../../apps/api/src/lib/seeded-random.ts'
import type { Filled } from './delivery-ground.ts'

/** Addresses of a database's content. */
export interface Addresses {
  list: string
  /** Of so many articles as were asked for, without order. */
  articles: string[]
  pages: string[]
}

export const list = '/api/v1/articles?limit=20'

/** Articles all over the archive, always the same ones of one archive. */
export async function addressesOf({ database }: Filled, count: number): Promise<Addresses> {
  const { rows } = await database.db.execute<{ id: string; slug: string }>(
    sql`SELECT id, slug FROM published.articles ORDER BY published_at, id`,
  )
  const random = seededRandom(1)
  const taken = Array.from({ length: Math.min(count, rows.length) }, () => rows.splice(Math.floor(random() * rows.length), 1)).flat()
  return { list, articles: taken.map(({ id }) => `/api/v1/articles/${id}`), pages: taken.map(({ slug }) => `/bai-viet/${slug}`) }
}

/** The page in the middle of the whole list, by following its cursors. */
export async function deepPage(url: string, articles: number): Promise<string> {
  const limit = 100
  let path = `/api/v1/articles?limit=${limit}`
  let cursor = ''
  for (let passed = 0; passed < articles / 2; passed += limit) {
    const { page } = (await (await fetch(url + path)).json()) as { page: { next: string | null } }
    if (page.next === null) break
    cursor = page.next
    path = `/api/v1/articles?limit=${limit}&cursor=${cursor}`
  }
  return `${list}&cursor=${cursor}`
}

/** Gives pages that nobody has asked the process for yet, so many at a time, after it has been asked for their articles. */
export function freshPages(url: string, pages: string[], atOnce: number): () => Promise<string[]> {
  let next = 0
  const headers = { 'accept-encoding': 'identity' }
  return async () => {
    const fresh = pages.slice(next, next + atOnce)
    next += atOnce
    for (const page of fresh) await (await fetch(url + page.replace('/bai-viet/', '/api/v1/articles/'), { headers })).arrayBuffer()
    return fresh
  }
}
