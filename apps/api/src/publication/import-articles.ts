import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../db/client.ts'
import type { ActingPerson } from '../lib/acting-person.ts'
import { addArticle } from './add-article.ts'
import type { ArticleRow } from './article.ts'
import { appendChanges } from './changes.ts'
import { lockMedia } from './open-media.ts'
import type { RevisionContent } from './revisions.ts'
import { shownMedia } from './shown-media.ts'
import { type Outcome, transition } from './transition.ts'
import type { VerbInput } from './verbs.ts'

/** An article from elsewhere. */
export interface ArrivingArticle {
  siteId: string
  unitId: string
  format: ArticleRow['format']
  content: RevisionContent
  /** With `backfill` and the time that it came out where it was public before; absent: it stays a draft. */
  publish?: VerbInput['publish']
}

/** How many belong into one transaction: more gains little, and holds up everybody else who publishes. */
export const importedAtOnce = 100

/**
 * Takes articles in, by the moves that every article makes; answers them in their order. Their moves are made side by side, so that they
 * share their statements (see `together`). The transaction is the caller's, and this its last statement (see `appendChanges`). Throws what
 * `addArticle` and `transition` throw, of the first that failed.
 */
export async function importArticles(tx: Db, arriving: ArrivingArticle[], actor: ActingPerson): Promise<ArticleRow[]> {
  if (arriving.length > importedAtOnce) throw new Error(`more than ${importedAtOnce} articles in one transaction`)
  // All at once: one after the other would be in another order than that of somebody who publishes an article with the same files.
  const files = new Set(arriving.flatMap(({ content, publish }) => (publish ? shownMedia(content) : [])))
  if (files.size > 0) await lockMedia(tx, [...files])
  // All are waited for: none may go on by itself when the transaction has ended because of another.
  const failures: unknown[] = []
  const moves = arriving.map((article) => takeIn(tx, article, actor).catch((error: unknown) => void failures.push(error)))
  const taken = (await Promise.all(moves)).filter((outcome) => outcome !== undefined)
  // The others failed because of the first.
  if (failures.length > 0) throw failures[0]
  await appendChanges(
    tx,
    taken.flatMap(({ entries }) => entries),
  )
  return taken.map(({ article }) => article)
}

async function takeIn(tx: Db, { publish, ...draft }: ArrivingArticle, actor: ActingPerson): Promise<Outcome> {
  const article = await addArticle(tx, { id: uuidv7(), ...draft, actor, indexedLater: true })
  return publish ? await transition(tx, article, 'publish', actor, publish) : { article, entries: [] }
}
