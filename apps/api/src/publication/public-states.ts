import { sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import type { ActingPerson } from '../lib/acting-person.ts'
import type { ArticleRow } from './article.ts'
import { cleared } from './publish.ts'
import type { Effect } from './verbs.ts'

/** Takes the article off everything we serve; the text is kept and can come back. The reason may follow later. */
export async function hold(
  _tx: Db,
  article: ArticleRow,
  _actor: ActingPerson,
  { reason = null }: { reason?: string | null },
): Promise<Effect> {
  return {
    set: { heldAt: sql`now()`, holdReason: reason },
    fields: ['publicState'],
    detail: { reason },
    change: { action: 'delete', reason: 'held', edition: article.edition },
  }
}

/** Shows the same edition again. */
export async function putBack(_tx: Db, article: ArticleRow): Promise<Effect> {
  return { set: cleared, fields: ['publicState'], change: { action: 'put', reason: 'put_back', edition: article.edition } }
}

/** Stays readable at its address under a banner with the reason, and leaves every list. */
export async function withdraw(_tx: Db, article: ArticleRow, _actor: ActingPerson, { reason }: { reason: string }): Promise<Effect> {
  return {
    set: { heldAt: null, holdReason: null, withdrawnAt: sql`now()`, withdrawalReason: reason },
    fields: ['publicState'],
    detail: { reason },
    change: { action: 'put', reason: 'withdrawn', edition: article.edition },
  }
}
