import { v7 as uuidv7 } from 'uuid'
import { cleanPendingLists } from '../db/clean-pending-lists.ts'
import type { Db } from '../db/client.ts'
import { codesOf } from '../errors.ts'
import type { ActingPerson } from '../lib/acting-person.ts'
import { addArticle } from './add-article.ts'
import type { ArticleRow } from './article.ts'
import { appendChanges } from './changes.ts'
import type { RevisionContent } from './revisions.ts'
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

/** So many transactions side by side: while the database writes the articles of some, those of others are made, on another processor. */
const sideBySide = 3

/** So many transactions make a list of what is not yet in the indexes that is still short (see `cleanPendingLists`). */
const cleanedAfter = 10

/**
 * Takes an archive in, each batch in a transaction of its own (see `importArticles`), several at a time: they are committed in nearly their
 * order. Of a generator no batch is asked for before it is needed. When one fails, none is begun after it, and those that were begun are
 * waited for; throws what the first of them threw. `db` is `Database.bulk`.
 */
export async function importAll(
  db: Db,
  batches: Generator<ArrivingArticle[]> | AsyncGenerator<ArrivingArticle[]>,
  actor: ActingPerson,
): Promise<void> {
  const failures: unknown[] = []
  let taken = 0
  const takeSome = async () => {
    // A failure ends the generator, for all.
    for await (const batch of batches) {
      await importBatch(db, batch, actor)
      taken += 1
      if (taken % cleanedAfter === 0) await cleanPendingLists(db)
    }
  }
  await Promise.all(Array.from({ length: sideBySide }, () => takeSome().catch((error: unknown) => void failures.push(error))))
  if (failures.length > 0) throw failures[0]
}

async function importBatch(db: Db, batch: ArrivingArticle[], actor: ActingPerson): Promise<void> {
  for (let isDone = false; !isDone; ) {
    try {
      await db.transaction((tx) => importArticles(tx, batch, actor))
      isDone = true
    } catch (error) {
      // Two wanted addresses of each other, for articles of the same title: nothing of this one is left, and the other has gone on.
      if (!codesOf(error).includes('40P01')) throw error
    }
  }
}

/**
 * Takes articles in, by the moves that every article makes; answers them in their order. Their moves are made side by side, so that they
 * share their statements (see `together`). The transaction is the caller's, and this its last statement (see `appendChanges`). Throws what
 * `addArticle` and `transition` throw, of the first that failed.
 */
export async function importArticles(tx: Db, arriving: ArrivingArticle[], actor: ActingPerson): Promise<ArticleRow[]> {
  if (arriving.length > importedAtOnce) throw new Error(`more than ${importedAtOnce} articles in one transaction`)
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
