import type { Change, ChangesQuery } from '@bantin/shared/changes'
import { maxLimit } from '@bantin/shared/pagination'
import type { DeliveryDb } from '../../db/client.ts'
import { findChanges } from './changes.queries.ts'
import { readCursor, writeCursor } from './feed-cursor.ts'

/** Whole articles as JSON texts by their ids, of those that are public. Articles are another feature's, so this one is handed to it. */
export type FindArticles = (db: DeliveryDb, baseUrl: string, ids: string[]) => Promise<ReadonlyMap<string, string>>
export type ReadArticles = (ids: string[]) => Promise<ReadonlyMap<string, string>>

/** What a page may hold of articles, in characters: a hundred long ones would be too much for either side's memory. */
const mostText = 4_000_000

/** So many at a time, so that little is read that is too much for the page. */
const atATime = 10

/** A page of the feed as the answer's JSON. With articles it may end before `limit`, never before its first entry. */
export async function changesPage(db: DeliveryDb, readArticles: ReadArticles, query: ChangesQuery): Promise<string> {
  const { cursor, limit = maxLimit, include } = query
  const found = await findChanges(db, cursor === undefined ? undefined : readCursor(cursor), limit)
  const { epoch, after, end, head, entries } = found
  const asked = entries.slice(0, limit)
  const shown = include === 'article' ? await withArticles(asked, readArticles) : asked.map((entry) => JSON.stringify(entry))
  const more = shown.length < entries.length
  const seq = asked[shown.length - 1]?.seq ?? after
  const rest = { cursor: writeCursor({ epoch, seq, end: more ? end : 0 }), more, head: `sha256:${head}` }
  return `{"data":[${shown.join(',')}],${JSON.stringify(rest).slice(1)}`
}

/** The entries' JSON from the first on, as far as there is room. An article is read after its entry, and so is never older. */
async function withArticles(entries: Change[], readArticles: ReadArticles): Promise<string[]> {
  const shown: string[] = []
  let room = mostText
  for (let next = 0; next < entries.length && room > 0; next = shown.length) {
    const some = entries.slice(next, next + atATime)
    const articles = await readArticles(some.filter(isPut).map(({ id }) => id))
    for (const entry of some) {
      if (room <= 0) break
      const article = (isPut(entry) ? articles.get(entry.id) : undefined) ?? 'null'
      shown.push(`${JSON.stringify(entry).slice(0, -1)},"article":${article}}`)
      room -= article.length
    }
  }
  return shown
}

function isPut({ action, entity }: Change): boolean {
  return action === 'put' && entity === 'article'
}
