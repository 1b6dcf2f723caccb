import { moves, nextStates, type States, type Verb } from '@bantin/shared/lifecycle'
import { eq, sql } from 'drizzle-orm'
import { recordAudit } from '../db/audit.ts'
import type { Db } from '../db/client.ts'
import { articles } from '../db/schema/articles.ts'
import { ProblemError } from '../errors.ts'
import type { ActingPerson } from '../lib/acting-person.ts'
import { type ArticleRow, requirePermission } from './article.ts'
import type { ChangeEntry } from './changes.ts'
import { edit } from './edit.ts'
import { hold, putBack, withdraw } from './public-states.ts'
import { publish } from './publish.ts'
import { refreshReadModel } from './read-model.ts'
import type { Effect, VerbInput } from './verbs.ts'

export interface Outcome {
  article: ArticleRow
  /** To be handed to `appendChanges` as the transaction's last statement. */
  entries: ChangeEntry[]
}

/** Checks what the caller knows of the article, an `If-Match` for example: after permission, before states, as api answers are ordered. */
type Precondition = (article: ArticleRow) => Promise<void>

/**
 * Makes one move in an article's life, everywhere it is made: routes, commands, imports. The row must be locked by `lockArticles`.
 * Throws `not_found`, `forbidden`, `move_not_allowed`, `not_publishable`, `unknown_reference`.
 */
export async function transition<V extends Verb>(
  tx: Db,
  article: ArticleRow,
  verb: V,
  actor: ActingPerson,
  input: VerbInput[V],
  precondition?: Precondition,
): Promise<Outcome> {
  await requirePermission(tx, actor, moves[verb].action, article)
  await precondition?.(article)
  const states = nextStates(article, verb)
  if (!states)
    throw new ProblemError('move_not_allowed', { detail: `${verb} is not possible while ${article.workState}, ${article.publicState}` })

  const effect = await effects[verb](tx, article, actor, input)
  if (effect.fields.length === 0) return { article, entries: [] }
  const changed = await save(tx, article, states, effect)
  if (effect.change) await refreshReadModel(tx, changed)
  await recordAudit(tx, actor, {
    action: `article.${verb}`,
    entity: 'article',
    entityId: article.id,
    version: changed.version,
    fields: effect.fields,
    beforeHash: effect.hashes?.before ?? null,
    afterHash: effect.hashes?.after ?? null,
    detail: effect.detail ?? null,
  })
  return { article: changed, entries: effect.change ? [{ siteId: article.siteId, articleId: article.id, ...effect.change }] : [] }
}

type Effects = { [V in Verb]: (tx: Db, article: ArticleRow, actor: ActingPerson, input: VerbInput[V]) => Promise<Effect> }
const effects: Effects = { edit, publish, hold, putBack, withdraw }

async function save(tx: Db, article: ArticleRow, states: States, { set }: Effect): Promise<ArticleRow> {
  const [changed] = await tx
    .update(articles)
    .set({ ...set, ...states, version: article.version + 1, updatedAt: sql`now()` })
    .where(eq(articles.id, article.id))
    .returning()
  if (!changed) throw new Error('a locked article vanished')
  return changed
}
