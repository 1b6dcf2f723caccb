import type { DiffQuery, Revision, RevisionCard, RevisionDiff, RevisionListQuery, SaveVersionInput } from '@bantin/shared/revisions'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { type Page, readPage } from '../../guarded/read-page.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { type Cursors, listScope } from '../../lib/cursor.ts'
import { lockArticles, readRevision as readRow, requireArticle, requirePermission } from '../../publication/article.ts'
import { sealRevision } from '../../publication/revisions.ts'
import { answerOnce } from '../answer-once.service.ts'
import { requireVersion } from '../require-version.ts'
import { diffContent } from './diff-content.ts'
import * as repository from './revisions.repository.ts'

/** The article's revisions, newest first. Throws `not_found`, `invalid_cursor`. */
export async function listRevisions(
  db: Db,
  actor: ActingPerson,
  id: string,
  query: RevisionListQuery,
  cursors: Cursors,
): Promise<Answer<Page<RevisionCard>>> {
  const { version } = await requireArticle(db, actor, 'article.read', id)
  const body = await readPage(
    { cursors, scope: listScope(`editorial/articles/${id}/revisions`, {}), query },
    (after, limit) => repository.findCards(db, id, after && Number(after[0]), limit),
    ({ number }) => [String(number)],
  )
  return { status: 200, body, version }
}

/** One revision with all of its content. Throws `not_found`. */
export async function readRevision(db: Db, actor: ActingPerson, id: string, number: number): Promise<Answer<Revision>> {
  const { version } = await requireArticle(db, actor, 'article.read', id)
  return { status: 200, body: await requireRevision(db, id, number), version }
}

/**
 * Keeps the newest revision for good, under a label. The version stays: nothing of the article changes.
 * Throws `not_found`, `forbidden`, `version_required`, `version_stale`, `conflict` when it is kept already.
 */
export async function saveVersion(db: Db, call: GuardedCall, id: string, input: SaveVersionInput): Promise<Answer<Revision>> {
  return await answerOnce(db, call, async (tx) => {
    const [article] = await lockArticles(tx, [id])
    if (!article) throw new ProblemError('not_found')
    await requirePermission(tx, call.actor, 'article.edit', article)
    await requireVersion(tx, article, call.ifMatch)
    const head = await readRow(tx, article.headRevisionId)
    if (head.sealed) throw new ProblemError('conflict', { detail: `Revision ${head.number}, the newest, is kept already.` })
    const { label = null } = input
    await sealRevision(tx, head, label)
    const detail = { revision: head.number }
    await recordAudit(tx, call.actor, { action: 'article.saveVersion', entity: 'article', entityId: id, version: article.version, detail })
    const location = `/api/v1/editorial/articles/${id}/revisions/${head.number}`
    return { status: 201, body: await requireRevision(tx, id, head.number), version: article.version, location, articleId: id }
  })
}

/** What differs between two revisions of the article; without `to`, between one and the newest. Throws `not_found`. */
export async function diffRevisions(db: Db, actor: ActingPerson, id: string, query: DiffQuery): Promise<Answer<RevisionDiff>> {
  const { version, headRevisionId } = await requireArticle(db, actor, 'article.read', id)
  const to = query.to ?? (await readRow(db, headRevisionId)).number
  const [before, after] = [await requireRevision(db, id, query.from), await requireRevision(db, id, to)]
  return { status: 200, body: { from: query.from, to, ...diffContent(before, after) }, version }
}

async function requireRevision(db: Db, articleId: string, number: number): Promise<Revision> {
  const revision = await repository.findRevision(db, articleId, number)
  if (!revision) throw new ProblemError('not_found')
  return revision
}
