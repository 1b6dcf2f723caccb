import type { EditorialArticle, EditorialArticleCard, EditorialArticleListQuery, NewArticle } from '@bantin/shared/editorial-articles'
import { can } from '@bantin/shared/permissions'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../db/client.ts'
import { findSite } from '../../db/find-site.ts'
import { fieldProblem, ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { type Page, readPage } from '../../guarded/read-page.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { type Cursors, listScope } from '../../lib/cursor.ts'
import { addArticle } from '../../publication/add-article.ts'
import { readRevision, requireArticle, subjectOfNew } from '../../publication/article.ts'
import { contentOf, pickContent, type RevisionContent } from '../../publication/revisions.ts'
import { answerOnce } from '../answer-once.service.ts'
import * as repository from './articles.repository.ts'

/** The articles that the actor may read, newest change first. Throws `invalid_cursor`. */
export async function listArticles(
  db: Db,
  actor: ActingPerson,
  query: EditorialArticleListQuery,
  cursors: Cursors,
): Promise<Page<EditorialArticleCard>> {
  const { cursor: _cursor, limit: _limit, ...filters } = query
  const { id: siteId } = await findSite(db)
  const { data, page } = await readPage(
    { cursors, scope: listScope('editorial/articles', filters), query },
    (after, limit) => repository.findCards(db, { siteId, actor, filters, after, limit }),
    ({ position }) => position,
  )
  return { data: data.map(({ card }) => card), page }
}

/** The newest revision with its states. Throws `not_found`, also for what the actor may not know of. */
export async function readArticle(db: Db, actor: ActingPerson, id: string): Promise<EditorialArticle> {
  const article = await repository.findArticle(db, id)
  const subject = article && { unitPath: article.unitPath, createdBy: article.createdBy, assigneeId: article.assignee?.id ?? null }
  if (!subject || !can(actor, 'article.read', subject)) throw new ProblemError('not_found')
  return article
}

/** A new draft of the given unit, else of the actor's own. Throws `forbidden`, `unknown_reference`. */
export async function createArticle(db: Db, call: GuardedCall, input: NewArticle): Promise<Answer<EditorialArticle>> {
  return await answerOnce(db, call, async (tx) => {
    const site = await findSite(tx)
    const unitId = input.unitId ?? call.actor.grants.find((grant) => grant.unitId !== null)?.unitId ?? site.rootUnitId
    if (!unitId)
      throw fieldProblem('unknown_reference', { in: 'body', pointer: '/unitId', code: 'missing', message: 'Name the unit that owns it.' })
    return await addDraft(tx, call.actor, { siteId: site.id, unitId, format: input.format ?? 'news', content: contentOf(input) })
  })
}

/** A new draft with the same content, of the same unit. Throws `not_found`, `forbidden`, `unknown_reference`. */
export async function duplicateArticle(db: Db, call: GuardedCall, id: string): Promise<Answer<EditorialArticle>> {
  return await answerOnce(db, call, async (tx) => {
    const { siteId, unitId, format, headRevisionId } = await requireArticle(tx, call.actor, 'article.read', id)
    const head = await readRevision(tx, headRevisionId)
    if (head.redactedAt !== null) throw new ProblemError('conflict', { detail: 'The content was redacted: there is nothing to copy.' })
    const content = pickContent(head)
    return await addDraft(tx, call.actor, { siteId, unitId, format, content })
  })
}

interface Draft {
  siteId: string
  unitId: string
  format: EditorialArticle['format']
  content: RevisionContent
}

async function addDraft(tx: Db, actor: ActingPerson, draft: Draft): Promise<Answer<EditorialArticle>> {
  const subject = await subjectOfNew(tx, { unitId: draft.unitId, createdBy: actor.userId })
  if (!can(actor, 'article.create', subject)) throw new ProblemError('forbidden')
  const id = uuidv7()
  await addArticle(tx, { id, ...draft, actor })
  const body = await readArticle(tx, actor, id)
  return { status: 201, body, version: body.version, location: `/api/v1/editorial/articles/${id}`, articleId: id }
}
