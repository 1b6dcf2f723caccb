import type { Receipt } from '@bantin/shared/article-verbs'
import type { ArticlePatch, EditorialOutcome } from '@bantin/shared/editorial-articles'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { versionOf } from '../../guarded/row-version.ts'
import { type ArticleRow, lockArticles } from '../../publication/article.ts'
import { appendChanges, type ChangeEntry } from '../../publication/changes.ts'
import { rebase } from '../../publication/rebase.ts'
import { patchOf } from '../../publication/revisions.ts'
import { transition } from '../../publication/transition.ts'
import type { MovingVerb, VerbInput } from '../../publication/verbs.ts'
import { answerOnce } from '../answer-once.service.ts'
import { requireVersion } from '../require-version.ts'
import { readArticle } from './articles.service.ts'
import { findReceipt } from './receipt.repository.ts'

/** What the routes of the verbs take: a patch as it was sent, for the rest what the verb itself takes. */
export interface ChangeInput extends Omit<VerbInput, 'edit'> {
  edit: ArticlePatch
}

/**
 * Makes a move with an article that the actor has read as version `If-Match`, and answers what it is after it, with a receipt of what
 * changed for readers. Throws `not_found`, `forbidden`, `version_required`, `version_stale`, and what `transition` throws.
 */
export async function changeArticle<V extends MovingVerb>(
  db: Db,
  call: GuardedCall,
  id: string,
  verb: V,
  input: ChangeInput[V],
): Promise<Answer<EditorialOutcome>> {
  return await answerOnce(db, call, async (tx) => {
    const { entries } = await moveArticle(tx, call, id, verb, input)
    const article = await readArticle(tx, call.actor, id)
    const receipt = await announce(tx, call, entries)
    return { status: 200, body: { ...article, receipt }, version: article.version, articleId: id }
  })
}

/** The move itself, for services that answer something else. */
export async function moveArticle<V extends MovingVerb>(tx: Db, call: GuardedCall, id: string, verb: V, input: ChangeInput[V]) {
  const target = 'target' in input && verb === 'redirect' ? [String(input.target)] : []
  const article = (await lockArticles(tx, [id, ...target])).find((one) => one.id === id)
  if (!article) throw new ProblemError('not_found')
  if (verb === 'edit') return await editArticle(tx, call, article, input as ArticlePatch)
  const outcome = await transition(tx, article, verb, call.actor, input as VerbInput[V], async (current) => {
    await requireVersion(tx, current, call.ifMatch)
    return undefined
  })
  return { ...outcome, merged: false }
}

/** A change of an older version is merged into the newest one where it asks for that and nothing contradicts it. */
async function editArticle(tx: Db, call: GuardedCall, article: ArticleRow, { merge, ...input }: ArticlePatch) {
  const patch = patchOf(input)
  let merged = false
  const outcome = await transition(tx, article, 'edit', call.actor, patch, async (current) => {
    const known = versionOf(call.ifMatch)
    const isMergeable = merge === true && known !== undefined && known !== current.version
    const rebased = isMergeable ? await rebase(tx, current, known, patch) : undefined
    merged = rebased !== undefined && 'patch' in rebased
    if (rebased && 'patch' in rebased) return rebased.patch
    await requireVersion(tx, current, call.ifMatch, rebased?.conflicts)
    return undefined
  })
  return { ...outcome, merged }
}

async function announce(tx: Db, call: GuardedCall, entries: ChangeEntry[]): Promise<Receipt | null> {
  const [entry] = entries
  const [appended] = await appendChanges(tx, entries)
  return entry && appended ? await findReceipt(tx, call, entry, appended) : null
}
