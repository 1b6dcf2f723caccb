import type { DeliveryDb } from '../../db/client.ts'
import type { Place, Stage } from './stages.ts'

/** An article that was found, and where it stands. */
export interface Match {
  id: string
  publishedAt: string
}

/** From where on a stage is read: how many of those before are passed over, and behind which moment its window begins. */
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
}

/** The articles of a stage, the best first. Of one without a window, `limit` of them; of one with a window, all of the window. */
export async function findMatches(db: DeliveryDb, stage: Stage, narrowing: Narrowing, from: From, limit: number): Promise<Match[]> {
  const { values, place } = placesOf()
  const conditions = [stage.condition(place), `l.published_at <= ${place(narrowing.asOf)}::timestamptz`, ...narrowing.conditions(place)]
  const { behind, passed } = from
  if (behind) conditions.push(`(l.published_at, l.article_id) < (${place(behind[0])}::timestamptz, ${place(behind[1])}::uuid)`)
  const matching = `FROM published.article_terms l WHERE ${conditions.join(' AND ')}`
  const page =
    stage.window === undefined
      ? `SELECT l.article_id, l.published_at, ${stage.score(place, narrowing.asOf)} AS score ${matching}
         ORDER BY score DESC, l.published_at DESC, l.article_id LIMIT ${place(limit)} OFFSET ${place(passed)}`
      : `SELECT l.article_id, l.published_at, ${stage.score(place, narrowing.asOf)} AS score
         FROM (SELECT l.* ${matching} ORDER BY l.published_at DESC, l.article_id DESC LIMIT ${place(stage.window)}) l
         ORDER BY score DESC, l.published_at DESC, l.article_id`
  // Planned anew each time: which way is short depends on the words.
  const text = `SELECT m.article_id::text AS id, m.published_at::text AS "publishedAt" FROM (${page}) m`
  const { rows } = await db.query<Match>({ text, values })
  return rows
}

/** All that match by their date, behind the last one of the page before. */
export async function findMatchesByDate(
  db: DeliveryDb,
  { condition, isAscending }: { condition: (place: Place) => string; isAscending: boolean },
  narrowing: Narrowing,
  behind: [string, string] | undefined,
  limit: number,
): Promise<Match[]> {
  const { values, place } = placesOf()
  const [direction, beyond] = isAscending ? ['ASC', '>'] : ['DESC', '<']
  const conditions = [condition(place), ...narrowing.conditions(place)]
  if (behind) conditions.push(`(l.published_at, l.article_id) ${beyond} (${place(behind[0])}::timestamptz, ${place(behind[1])}::uuid)`)
  const text = `SELECT l.article_id::text AS id, l.published_at::text AS "publishedAt" FROM published.article_terms l
    WHERE ${conditions.join(' AND ')} ORDER BY l.published_at ${direction}, l.article_id ${direction} LIMIT ${place(limit)}`
  const { rows } = await db.query<Match>({ text, values })
  return rows
}

/** What is only alike: titles that nearly have the words. */
export async function findAlike(db: DeliveryDb, folded: string, narrowing: Narrowing, limit: number): Promise<Match[]> {
  const { values, place } = placesOf()
  const asked = place(folded)
  const text = `SELECT l.article_id::text AS id, l.published_at::text AS "publishedAt" FROM published.article_terms l
    WHERE ${asked} <% l.title AND ${narrowing.conditions(place).join(' AND ')}
    ORDER BY word_similarity(${asked}, l.title) DESC, l.published_at DESC, l.article_id LIMIT ${place(limit)}`
  const { rows } = await db.query<Match>({ text, values })
  return rows
}

/** The values of a statement, and what stands in its text for each. */
export function placesOf() {
  const values: unknown[] = []
  return { values, place: (value: unknown) => `$${values.push(value)}` }
}
