import type { Change, ChangesQuery } from '@bantin/shared/changes'
import { maxLimit } from '@bantin/shared/pagination'
import type { DeliveryDb } from '../../db/client.ts'
import { findChanges, findOfOthers, mostChanges } from './changes.queries.ts'
import { readCursor, writeCursor } from './feed-cursor.ts'

/** Whole articles as JSON texts by their ids, of those that are public. Articles are another feature's, so this one is handed to it. */
export type FindArticles = (db: DeliveryDb, baseUrl: string, ids: string[]) => Promise<ReadonlyMap<string, string>>
export type ReadArticles = (ids: string[]) => Promise<ReadonlyMap<string, string>>

/** What a page may hold of articles, in characters: a hundred long ones would be too much for either side's memory. */
const mostText = 4_000_000

/** So many at a time, so that little is read that is too much for the page. */
const atATime = 10

/** A page of the feed. */
export interface ChangesPage {
  /** The answer's JSON. */
  json: string
  cursor: string
  /** Whether nothing is there behind the cursor that it was asked with. */
  isAtEnd: boolean
}

/**
 * Reads a page, of everything or, for a portal of one unit, of what that unit and those below it publish. With articles it may end before
 * `limit`, never before its first entry. One of a unit may be empty and not the last.
 */
export async function changesPage(
  db: DeliveryDb,
  readArticles: ReadArticles,
  query: Omit<ChangesQuery, 'wait'>,
  unitId: string | null = null,
): Promise<ChangesPage> {
  const { limit = maxLimit, include } = query
  // Of most entries that a page of one unit looks at others are the owners.
  const most = unitId === null ? limit : mostChanges
  const found = await findChanges(db, query.cursor === undefined ? undefined : readCursor(query.cursor), most)
  const { epoch, after, end, head } = found
  const entries = found.entries.slice(0, most)
  const told = unitId === null ? entries : await entriesOfUnit(db, unitId, entries)
  const asked = told.slice(0, limit)
  const shown = include === 'article' ? await withArticles(asked, readArticles) : asked.map((entry) => JSON.stringify(entry))
  const isWhole = shown.length === told.length
  const more = !isWhole || found.entries.length > most
  const seq = (isWhole ? entries.at(-1) : asked[shown.length - 1])?.seq ?? after
  const cursor = writeCursor({ epoch, seq, end: more ? end : 0 })
  const rest = JSON.stringify({ cursor, more, head: `sha256:${head}` })
  return { json: `{"data":[${shown.join(',')}],${rest.slice(1)}`, cursor, isAtEnd: shown.length === 0 && !more }
}

async function entriesOfUnit(db: DeliveryDb, unitId: string, entries: Change[]): Promise<Change[]> {
  const others = await findOfOthers(db, unitId, entries)
  return entries.filter(({ id }) => !others.has(id))
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
