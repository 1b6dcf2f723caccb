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
import { contentOf, pickContent } from '../../publication/revisions.ts'
import { answerOnce } from '../answer-once.service.ts'
import * as repository from './articles.repository.ts'

/** The articles that the actor may read, newest change first. Throws `invalid_cursor`, `invalid_request` for more words than are taken. */
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
  const article = await findReadable(db, actor, id)
  if (!article) throw new ProblemError('not_found')
  return article
}

/** Undefined also for what the actor may not know of. */
async function findReadable(db: Db, actor: ActingPerson, id: string): Promise<EditorialArticle | undefined> {
  const article = await repository.findArticle(db, id)
  const subject = article && { unitPath: article.unitPath, createdBy: article.createdBy, assigneeId: article.assignee?.id ?? null }
  return subject && can(actor, 'article.read', subject) ? article : undefined
}

/**
 * A new draft of the given unit, else of the actor's own. Throws `forbidden`, `unknown_reference`, `conflict` where there is one in that
 * language already.
 */
export async function createArticle(db: Db, call: GuardedCall, input: NewArticle): Promise<Answer<EditorialArticle>> {
  return await answerOnce(db, call, async (tx) => {
    const site = await findSite(tx)
    const unitId = input.unitId ?? call.actor.grants.find((grant) => grant.unitId !== null)?.unitId ?? site.rootUnitId
    if (!unitId)
      throw fieldProblem('unknown_reference', { in: 'body', pointer: '/unitId', code: 'missing', message: 'Name the unit that owns it.' })
    const { format = 'news', locale = site.locales[0] ?? 'vi' } = input
    if (!site.locales.includes(locale)) throw unknown('/locale', 'The site does not have this language.')
    const group = await groupOf(tx, call.actor, input)
    return await addDraft(tx, call.actor, { siteId: site.id, unitId, format, locale, ...group, content: contentOf(input) })
  })
}

/** A new draft with the same content, of the same unit. Throws `not_found`, `forbidden`, `unknown_reference`. */
export async function duplicateArticle(db: Db, call: GuardedCall, id: string): Promise<Answer<EditorialArticle>> {
  return await answerOnce(db, call, async (tx) => {
    const { siteId, unitId, format, locale, headRevisionId } = await requireArticle(tx, call.actor, 'article.read', id)
    const head = await readRevision(tx, headRevisionId)
    if (head.redactedAt !== null) throw new ProblemError('conflict', { detail: 'The content was redacted: there is nothing to copy.' })
    const content = pickContent(head)
    return await addDraft(tx, call.actor, { siteId, unitId, format, locale, content })
  })
}

/** That of the article whose text the new one has in another language: one that the actor may read. */
async function groupOf(tx: Db, actor: ActingPerson, { translationOf }: NewArticle): Promise<Pick<Draft, 'translationGroup'>> {
  if (translationOf === undefined) return {}
  const original = await findReadable(tx, actor, translationOf)
  if (!original) throw unknown('/translationOf', 'Nothing has this id.')
  return { translationGroup: original.translationGroup }
}

function unknown(pointer: string, message: string): ProblemError {
  return fieldProblem('unknown_reference', { in: 'body', pointer, code: 'unknown', message })
}

type Draft = Omit<Parameters<typeof addArticle>[1], 'id' | 'actor'>

async function addDraft(tx: Db, actor: ActingPerson, draft: Draft): Promise<Answer<EditorialArticle>> {
  const subject = await subjectOfNew(tx, { unitId: draft.unitId, createdBy: actor.userId })
  if (!can(actor, 'article.create', subject)) throw new ProblemError('forbidden')
  const id = uuidv7()
  await addArticle(tx, { id, ...draft, actor })
  const body = await readArticle(tx, actor, id)
  return { status: 201, body, version: body.version, location: `/api/v1/editorial/articles/${id}`, articleId: id }
}
