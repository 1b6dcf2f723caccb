import type { DeliveryDb } from '../../db/client.ts'
import { type Place, statementValues } from '../statement-values.ts'
import { type Source, sourceText, type Within } from './sources.ts'
import type { Stage } from './stages.ts'

/** An article that was found, and where it stands. */
export interface Match {
  id: string
  publishedAt: string
}

/** From where on a stage is read: behind which article its window begins, and how many of that are passed over. */
export interface From {
  passed: number
  /** Of the last one of the window before: when it was published, and its id. */
  behind: [string, string] | undefined
}

export interface Narrowing {
  /** Conditions on rows `l` of `published.article_terms`. */
  conditions(place: Place): string[]
  /** Articles that came later are not seen by whoever goes on reading. */
  asOf: string
  within: Within
}

/** Articles of a window, the best first. */
export interface Windowed {
  matches: Match[]
  /** How many the window has. */
  size: number
  /** Its oldest one. */
  last: [string, string]
}

/**
 * `limit` articles of a stage's window, the best first; undefined where there are no more. `before` are all that the stage before it has,
 * where they are known.
 */
export async function findMatches(
  db: DeliveryDb,
  { withBefore, ...stage }: Stage,
  narrowing: Narrowing,
  { behind, passed }: From,
  limit: number,
  before?: Match[],
): Promise<Windowed | undefined> {
  const { values, place } = statementValues()
  const conditions = [`l.published_at <= ${place(narrowing.asOf)}::timestamptz`, ...narrowing.conditions(place)]
  if (behind) conditions.push(`(l.published_at, l.article_id) < (${place(behind[0])}::timestamptz, ${place(behind[1])}::uuid)`)
  const isTold = withBefore && before
  if (isTold) conditions.push(`l.article_id <> ALL(${place(before.map(({ id }) => id))}::uuid[])`)
  const searched = isTold ? { ...stage, words: withBefore } : stage
  const ofText = stage.column === 'body'
  const columns = `l.article_id, l.published_at, l.head${ofText ? ', l.body' : ''}`
  const source = sourceText(searched, { columns, conditions, limit: stage.window, within: olderThan(narrowing.within, behind) }, place)
  // What lies apart is fetched once: each mention of it would fetch it again. No word is empty, so that nothing is made anew either.
  const fetched = ofText ? `SELECT l.article_id, l.published_at, l.head, ts_delete(l.body, '') AS body FROM (${source}) l OFFSET 0` : source
  const text = `WITH m AS MATERIALIZED (SELECT l.article_id AS id, l.published_at, ${stage.score(place, narrowing.asOf)} AS score
      FROM (${fetched}) l)
    SELECT m.id::text AS id, m.published_at::text AS "publishedAt", (SELECT count(*) FROM m)::int AS size,
      oldest.published_at::text AS "lastAt", oldest.id::text AS "lastId"
    FROM m CROSS JOIN (SELECT published_at, id FROM m ORDER BY published_at, id LIMIT 1) oldest
    ORDER BY m.score DESC, m.published_at DESC, m.id LIMIT ${place(limit)} OFFSET ${place(passed)}`
  const { rows } = await db.query<Match & { size: number; lastAt: string; lastId: string }>({ text, values })
  const [first] = rows
  return (
    first && { matches: rows.map(({ id, publishedAt }) => ({ id, publishedAt })), size: first.size, last: [first.lastAt, first.lastId] }
  )
}

/** All that match by their date, behind the last one of the page before. */
export async function findMatchesByDate(
  db: DeliveryDb,
  { sources, isAscending }: { sources: Source[]; isAscending: boolean },
  narrowing: Narrowing,
  behind: [string, string] | undefined,
  limit: number,
): Promise<Match[]> {
  const { values, place } = statementValues()
  const [direction, beyond] = isAscending ? ['ASC', '>'] : ['DESC', '<']
  const conditions = narrowing.conditions(place)
  if (behind) conditions.push(`(l.published_at, l.article_id) ${beyond} (${place(behind[0])}::timestamptz, ${place(behind[1])}::uuid)`)
  const within = (isAscending ? newerThan : olderThan)(narrowing.within, behind)
  const columns = 'l.article_id, l.published_at'
  const parts = sources.map((source) => `(${sourceText(source, { columns, conditions, limit, within, isAscending }, place)})`)
  const text = `SELECT l.article_id::text AS id, l.published_at::text AS "publishedAt" FROM (${parts.join(' UNION ')}) l
    ORDER BY l.published_at ${direction}, l.article_id ${direction} LIMIT ${place(limit)}`
  const { rows } = await db.query<Match>({ text, values })
  return rows
}

/** What is behind that one. */
function olderThan(within: Within, behind: From['behind']): Within {
  return behind ? { ...within, newest: new Date(Math.min(within.newest.getTime(), dayAround(behind[0]).after.getTime())) } : within
}

/** The same of what is read from its oldest on. */
function newerThan(within: Within, behind: From['behind']): Within {
  return behind ? { ...within, oldest: dayAround(behind[0]).before } : within
}

/** Moments before and after all of a day, wherever it is; `text` begins with it. */
export function dayAround(text: string): { before: Date; after: Date } {
  const [midnight, day] = [Date.parse(text.slice(0, 10)), 86_400_000]
  return { before: new Date(midnight - day), after: new Date(midnight + 2 * day) }
}

/** What is only alike: titles that nearly have the words. */
export async function findAlike(db: DeliveryDb, folded: string, narrowing: Narrowing, limit: number): Promise<Match[]> {
  const { values, place } = statementValues()
  const asked = place(folded)
  const text = `SELECT l.article_id::text AS id, l.published_at::text AS "publishedAt" FROM published.article_terms l
    WHERE ${asked} <% l.title AND ${narrowing.conditions(place).join(' AND ')}
    ORDER BY word_similarity(${asked}, l.title) DESC, l.published_at DESC, l.article_id LIMIT ${place(limit)}`
  const { rows } = await db.query<Match>({ text, values })
  return rows
}
