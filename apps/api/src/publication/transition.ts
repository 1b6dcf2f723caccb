import { findMove, firstVerbNeeded, type Situation, type States, verbTable } from '@bantin/shared/lifecycle'
import { isAuthor } from '@bantin/shared/permissions'
import { sql } from 'drizzle-orm'
import { recordAudit } from '../db/audit.ts'
import type { Db } from '../db/client.ts'
import { articles } from '../db/schema/articles.ts'
import { together } from '../db/together.ts'
import { recordsOf } from '../db/write-rows.ts'
import { ProblemError } from '../errors.ts'
import type { ActingPerson } from '../lib/acting-person.ts'
import { type ArticleFacts, type ArticleRow, requirePermission } from './article.ts'
import type { ChangeEntry } from './changes.ts'
import { edit } from './edit.ts'
import { noticeOf, notify } from './notify.ts'
import { hold, putBack, redirect, remove, withdraw, withdrawDue } from './public-states.ts'
import { publish, publishDue } from './publish.ts'
import { refreshReadModel } from './read-model.ts'
import { redact } from './redact.ts'
import { restore } from './restore.ts'
import { approve, recall, returnToDraft, submit } from './review.ts'
import { rememberSave } from './saves.ts'
import { schedule, unschedule } from './schedule.ts'
import { saveDraftTerms } from './search/draft-terms.ts'
import type { Effect, MovingVerb, VerbEffect, VerbInput } from './verbs.ts'

export interface Outcome {
  article: ArticleRow
  /** To be handed to `appendChanges` as the transaction's last statement. */
  entries: ChangeEntry[]
}

/**
 * Checks what the caller knows of the article, an `If-Match` for example: after permission, before states, as api answers are
 * ordered. May answer another input, such as a change put on top of a newer version.
 */
type Precondition<V extends MovingVerb> = (article: ArticleRow) => Promise<VerbInput[V] | undefined>

/**
 * Makes one move in an article's life, everywhere it is made: routes, commands, imports, the clock. The row must be locked by
 * `lockArticles`. Throws `not_found`, `forbidden`, `second_person_needed`, `move_not_allowed`, `recall_first`, `unschedule_first`,
 * `not_publishable`, `unknown_reference`.
 */
export async function transition<V extends MovingVerb>(
  tx: Db,
  article: ArticleRow,
  verb: V,
  actor: ActingPerson,
  given: VerbInput[V],
  precondition?: Precondition<V>,
): Promise<Outcome> {
  const facts = await requirePermission(tx, actor, verbTable[verb].action, article)
  const input = (await precondition?.(article)) ?? given
  const situation = situationOf(article, facts, actor, verb, input)
  const found = findMove(situation, verb)
  if (!found) throw refusal(situation, verb)

  const effect = await effects[verb](tx, article, actor, input, found.move, facts.now)
  if (effect.fields.length === 0) return { article, entries: [] }
  const changed = await save(tx, article, found.states, effect, facts.now)
  if (effect.content) await Promise.all([rememberSave(tx, article.id, changed.version, effect.content), index(tx, article, effect)])
  const files = effect.change ? await refreshReadModel(tx, { before: article, after: changed, shown: effect.shown }) : []
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
  const notice = noticeOf(article, { verb, actor, input, effect })
  if (notice) await notify(tx, article, notice)
  return { article: changed, entries: effect.change ? [{ siteId: article.siteId, articleId: article.id, ...effect.change, files }] : [] }
}

/** By its new words, where some are new. */
async function index(tx: Db, { id }: ArticleRow, { content, fields }: Effect): Promise<void> {
  const isWritten = fields.some((name) => name === 'title' || name === 'kicker' || name === 'sapo' || name === 'body')
  if (content && isWritten) await saveDraftTerms(tx, id, content)
}

const effects: { [V in MovingVerb]: VerbEffect<V> } = {
  edit,
  restore,
  submit,
  recall,
  return: returnToDraft,
  approve,
  publish,
  publishDue,
  schedule,
  unschedule,
  hold,
  putBack,
  withdraw,
  withdrawDue,
  redirect,
  remove,
  redact,
}

function situationOf(article: ArticleRow, facts: ArticleFacts, actor: ActingPerson, verb: MovingVerb, input: object): Situation {
  const { force, kind, reason } = input as { force?: boolean; kind?: string; reason?: string | null }
  return {
    workState: article.workState,
    publicState: article.publicState,
    policy: facts.subject.policy,
    isAuthor: isAuthor(actor, article),
    isApproved: article.approvedRevisionId !== null,
    isUnreviewed: article.forcedAt !== null,
    isRedacted: facts.isRedacted,
    isTakenDownSince: isTakenDownSince(article),
    hasPlannedWithdrawal: article.withdrawAt !== null,
    lacksHoldReason: Boolean(reason?.trim()) && facts.lacksHoldReason,
    isForced: verb === 'publish' && force === true,
    isMinorDirect: verb === 'publish' && kind === 'minor' && facts.minorDirect && article.edition !== null,
  }
}

function isTakenDownSince({ scheduledAt, heldAt, redirectedAt, removedAt }: ArticleRow): boolean {
  return [heldAt, redirectedAt, removedAt].some((at) => scheduledAt !== null && at !== null && at > scheduledAt)
}

const firstVerbCodes = { recall: 'recall_first', unschedule: 'unschedule_first' } as const

function refusal(situation: Situation, verb: MovingVerb): ProblemError {
  const first = firstVerbNeeded(situation, verb)
  if (first) return new ProblemError(firstVerbCodes[first])
  const { workState, publicState, policy } = situation
  return new ProblemError('move_not_allowed', { detail: `${verb} is not possible while ${workState}, ${publicState}, under ${policy}` })
}

async function save(tx: Db, article: ArticleRow, states: States, { set }: Effect, now: Date): Promise<ArticleRow> {
  // An approval is of one revision, and ends with the states that rest on it.
  const approval = states.workState === 'approved' || states.workState === 'scheduled' ? {} : { approvedRevisionId: null }
  const change = { ...set, ...approval, ...states, version: article.version + 1, updatedAt: now }
  if (!(await updateArticle(tx, { article, change }))) throw new Error('a locked article vanished')
  return { ...article, ...change }
}

/** Writes what changes in the article, which is locked; answers whether it is there. */
const updateArticle = together(async (tx, changes: { article: ArticleRow; change: Partial<ArticleRow> }[]) => {
  const names = new Set(changes.flatMap(({ change }) => Object.keys(change) as (keyof ArticleRow)[]))
  const rows = changes.map(({ article, change }) => {
    const whole = { ...article, ...change }
    return Object.fromEntries(['id' as const, ...names].map((name) => [name, whole[name]]))
  })
  const { records, names: columns } = recordsOf({ table: articles, rows })
  const set = columns.filter((name) => name !== 'id').map((name) => `"${name}" = n."${name}"`)
  const { rowCount } = await tx.execute(sql`UPDATE ${articles} a SET ${sql.raw(set.join(', '))} FROM ${records} n WHERE a.id = n.id`)
  return changes.map(() => rowCount === changes.length)
})
