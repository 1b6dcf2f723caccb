import type { EditorialArticle, Person } from '@bantin/shared/editorial-articles'
import { findMove } from '@bantin/shared/lifecycle'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { fieldProblem, ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { lockArticles, requireArticle, requirePermission } from '../../publication/article.ts'
import { answerOnce } from '../answer-once.service.ts'
import { requireVersion } from '../require-version.ts'
import { readArticle } from './articles.service.ts'
import * as repository from './hand-on.repository.ts'

/** Who can be asked to work on the article: people with a role over its unit that writes. Throws `not_found`, `forbidden`. */
export async function listAssignees(db: Db, { actor }: GuardedCall, id: string): Promise<{ data: Person[] }> {
  await requireArticle(db, actor, 'article.assign', id)
  return { data: await repository.findAssignees(db, id) }
}

/**
 * Says who works on the article from now on, or nobody. The version stays: nothing of the article changes.
 * Throws `not_found`, `forbidden`, `version_required`, `version_stale`, `unknown_reference`.
 */
export async function assignArticle(db: Db, call: GuardedCall, id: string, userId: string | null): Promise<Answer<EditorialArticle>> {
  return await answerOnce(db, call, async (tx) => {
    const [article] = await lockArticles(tx, [id])
    if (!article) throw new ProblemError('not_found')
    await requirePermission(tx, call.actor, 'article.assign', article)
    await requireVersion(tx, article, call.ifMatch)
    if (userId !== null && !(await repository.findAssignees(tx, id)).some((person) => person.id === userId)) {
      const message = 'Nobody with a role over the unit has this id.'
      throw fieldProblem('unknown_reference', { in: 'body', pointer: '/userId', code: 'unknown', message })
    }
    await repository.setAssignee(tx, id, userId)
    const detail = { before: article.assigneeId, after: userId }
    await recordAudit(tx, call.actor, { action: 'article.assign', entity: 'article', entityId: id, version: article.version, detail })
    const body = await readArticle(tx, call.actor, id)
    return { status: 200, body, version: body.version, articleId: id }
  })
}

/**
 * Deletes a draft that was never public, with its revisions and comments; the audit log keeps that it was there.
 * Throws `not_found`, `forbidden`, `version_required`, `version_stale`, `move_not_allowed`.
 */
export async function deleteDraft(db: Db, call: GuardedCall, id: string): Promise<Answer<null>> {
  return await answerOnce(db, call, async (tx) => {
    const [article] = await lockArticles(tx, [id])
    if (!article) throw new ProblemError('not_found')
    const { subject } = await requirePermission(tx, call.actor, 'article.delete', article)
    await requireVersion(tx, article, call.ifMatch)
    if (!findMove({ ...article, policy: subject.policy }, 'delete')) {
      throw new ProblemError('move_not_allowed', { detail: 'Only a draft that was never public can be deleted.' })
    }
    await repository.deleteArticle(tx, id)
    const entry = { action: 'article.delete', entity: 'article', entityId: id, version: article.version + 1, fields: ['deleted'] }
    await recordAudit(tx, call.actor, entry)
    return { status: 204, body: null }
  })
}
