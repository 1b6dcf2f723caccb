import type { Body } from '@bantin/shared/body'
import { type Comment, type CommentListQuery, type CommentPatch, maxComments, type NewComment } from '@bantin/shared/comments'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { fieldProblem, ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { type ArticleRow, readRevision, requireArticle, requirePermission } from '../../publication/article.ts'
import { addComment } from '../../publication/comments.ts'
import { answerOnce } from '../answer-once.service.ts'
import * as repository from './comments.repository.ts'

/** All threads of an article in order, each followed by its answers. Throws `not_found`. */
export async function listComments(db: Db, actor: ActingPerson, articleId: string, { resolved }: CommentListQuery) {
  const article = await requireArticle(db, actor, 'article.read', articleId)
  const { body } = await readRevision(db, article.headRevisionId)
  const found = await repository.findComments(db, articleId, resolved)
  return { data: found.map((comment) => against(body, comment)), page: { next: null } }
}

/**
 * A new thread, or an answer in one. Throws `not_found`, `forbidden`, `invalid_request`, `unknown_reference`, `conflict` when there are
 * too many.
 */
export async function createComment(db: Db, call: GuardedCall, articleId: string, input: NewComment): Promise<Answer<Comment>> {
  return await answerOnce(db, call, async (tx) => {
    const { actor } = call
    const article = await requireArticle(tx, actor, 'article.comment', articleId)
    const { number: revisionNumber, body } = await readRevision(tx, article.headRevisionId)
    const place = await placeOf(tx, articleId, body, input)
    if (await repository.hasAtLeast(tx, articleId, maxComments)) {
      throw new ProblemError('conflict', { detail: `An article has at most ${maxComments} comments: delete some that are settled.` })
    }
    const id = await addComment(tx, { articleId, actor, revisionNumber, ...place, text: input.text })
    await note(tx, actor, 'comment.create', articleId, id, ['text'])
    const comment = against(body, await repository.readComment(tx, id))
    const location = `/api/v1/editorial/articles/${articleId}/comments/${id}`
    return { status: 201, body: comment, version: comment.version, location, articleId }
  })
}

/**
 * Changes the text, which only its author may, or says that a thread is resolved, or is not any more.
 * Throws `not_found`, `forbidden`, `version_required`, `version_stale`, `conflict` when an answer would be resolved.
 */
export async function changeComment(
  db: Db,
  { actor, ifMatch }: GuardedCall,
  articleId: string,
  id: string,
  patch: CommentPatch,
): Promise<Answer<Comment>> {
  return await db.transaction(async (tx) => {
    const { article, comment } = await lockInArticle(tx, actor, articleId, id)
    await requirePermission(tx, actor, 'article.comment', article)
    if (patch.text !== undefined && comment.authorId !== actor.userId) throw new ProblemError('forbidden')
    requireRowVersion(comment.version, ifMatch)
    if (patch.resolved !== undefined && comment.parentId !== null) {
      throw new ProblemError('conflict', { detail: 'A thread is resolved as a whole, by its first comment.' })
    }
    const text = patch.text === comment.text ? undefined : patch.text
    const resolved = patch.resolved === (comment.resolvedAt !== null) ? undefined : patch.resolved
    if (text !== undefined || resolved !== undefined) {
      await repository.updateComment(tx, id, comment.version + 1, { text, resolved, by: actor.userId })
    }
    if (text !== undefined) await note(tx, actor, 'comment.edit', articleId, id, ['text'])
    if (resolved !== undefined) await note(tx, actor, resolved ? 'comment.resolve' : 'comment.reopen', articleId, id, ['resolved'])
    const { body } = await readRevision(tx, article.headRevisionId)
    const after = against(body, await repository.readComment(tx, id))
    return { status: 200, body: after, version: after.version }
  })
}

/**
 * Deletes a comment, a thread with its answers: its author's own, or as an editor of the unit anybody's.
 * Throws `not_found`, `forbidden`, `version_required`, `version_stale`.
 */
export async function deleteComment(db: Db, { actor, ifMatch }: GuardedCall, articleId: string, id: string): Promise<Answer<null>> {
  return await db.transaction(async (tx) => {
    const { article, comment } = await lockInArticle(tx, actor, articleId, id)
    const isOwn = comment.authorId === actor.userId
    await requirePermission(tx, actor, isOwn ? 'article.comment' : 'article.moderate', article)
    requireRowVersion(comment.version, ifMatch)
    await repository.deleteComment(tx, id)
    await note(tx, actor, 'comment.delete', articleId, id, ['deleted'])
    return { status: 204, body: null }
  })
}

async function lockInArticle(
  tx: Db,
  actor: ActingPerson,
  articleId: string,
  id: string,
): Promise<{ article: ArticleRow; comment: repository.CommentRow }> {
  const article = await requireArticle(tx, actor, 'article.read', articleId)
  const comment = await repository.lockComment(tx, articleId, id)
  if (!comment) throw new ProblemError('not_found')
  return { article, comment }
}

/** Where a new comment stands: on a block of the newest revision, on the whole article, or in a thread and on the block of that. */
async function placeOf(tx: Db, articleId: string, body: Body, { blockId = null, parentId = null }: NewComment) {
  if (parentId === null) {
    if (blockId !== null && !hasBlock(body, blockId)) throw unknown('/blockId', 'The newest revision has no such block.')
    return { blockId, parentId }
  }
  const thread = await repository.findComment(tx, articleId, parentId)
  if (!thread || thread.parentId !== null) throw unknown('/parentId', 'The article has no thread that begins with this comment.')
  if (blockId !== null && blockId !== thread.blockId) {
    const message = 'An answer stands where its thread does: leave this out.'
    throw fieldProblem('invalid_request', { in: 'body', pointer: '/blockId', code: 'not_allowed', message })
  }
  return { blockId: thread.blockId, parentId }
}

function unknown(pointer: string, message: string): ProblemError {
  return fieldProblem('unknown_reference', { in: 'body', pointer, code: 'unknown', message })
}

function against(body: Body, comment: repository.StoredComment): Comment {
  return { ...comment, isDetached: comment.blockId !== null && !hasBlock(body, comment.blockId) }
}

function hasBlock(body: Body, id: string): boolean {
  return body.content.some((block) => block.attrs?.id === id)
}

/** What was said is not noted: whoever may read the log need not read it. */
async function note(tx: Db, actor: ActingPerson, action: string, articleId: string, commentId: string, fields: string[]): Promise<void> {
  await recordAudit(tx, actor, { action, entity: 'article', entityId: articleId, fields, detail: { commentId } })
}
