import type {
  ArticlePatch,
  EditorialArticle,
  EditorialArticleCard,
  EditorialArticleListQuery,
  NewArticle,
} from '@bantin/shared/editorial-articles'
import type { Verb } from '@bantin/shared/lifecycle'
import { defaultLimit } from '@bantin/shared/pagination'
import { can, readableScope } from '@bantin/shared/permissions'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../db/client.ts'
import { findSite } from '../../db/find-site.ts'
import { fieldProblem, ProblemError } from '../../errors.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { type Cursors, listScope } from '../../lib/cursor.ts'
import { addArticle } from '../../publication/add-article.ts'
import { lockArticles, subjectOf } from '../../publication/article.ts'
import { appendChanges } from '../../publication/changes.ts'
import { contentOf, patchOf } from '../../publication/revisions.ts'
import { transition } from '../../publication/transition.ts'
import type { VerbInput } from '../../publication/verbs.ts'
import * as repository from './articles.repository.ts'
import { requireVersion } from './version.service.ts'

interface Page<T> {
  data: T[]
  page: { next: string | null }
}

/** The articles that the actor may read, newest change first. Throws `invalid_cursor`. */
export async function listArticles(
  db: Db,
  actor: ActingPerson,
  query: EditorialArticleListQuery,
  cursors: Cursors,
): Promise<Page<EditorialArticleCard>> {
  const { cursor, limit = defaultLimit, ...filters } = query
  const scope = listScope('editorial/articles', filters)
  const after = cursor === undefined ? undefined : cursors.open(scope, cursor)
  const { id: siteId } = await findSite(db)
  const readable = readableScope(actor)
  const rows = await repository.findCards(db, { siteId, userId: actor.userId, readable, filters, after, limit: limit + 1 })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { data: rows.slice(0, limit).map((row) => row.card), page: { next: last ? cursors.seal(scope, last.position) : null } }
}

/** The newest revision with its states. Throws `not_found`, also for what the actor may not know of. */
export async function readArticle(db: Db, actor: ActingPerson, id: string): Promise<EditorialArticle> {
  const article = await repository.findArticle(db, id)
  if (!article || !can(actor, 'article.read', article)) throw new ProblemError('not_found')
  return article
}

/** A new draft of the given unit, else of the actor's own. Throws `forbidden`, `unknown_reference`. */
export async function createArticle(db: Db, actor: ActingPerson, input: NewArticle): Promise<EditorialArticle> {
  return await db.transaction(async (tx) => {
    const site = await findSite(tx)
    const unitId = input.unitId ?? actor.grants.find((grant) => grant.unitId !== null)?.unitId ?? site.rootUnitId
    if (!unitId)
      throw fieldProblem('unknown_reference', { in: 'body', pointer: '/unitId', code: 'missing', message: 'Name the unit that owns it.' })
    const subject = await subjectOf(tx, { unitId, createdBy: actor.userId })
    if (!can(actor, 'article.create', subject)) throw new ProblemError('forbidden')
    const content = contentOf(input)
    const id = uuidv7()
    await addArticle(tx, { id, siteId: site.id, unitId, format: input.format ?? 'news', content, actor })
    return await readArticle(tx, actor, id)
  })
}

interface ChangeInput extends Omit<VerbInput, 'edit'> {
  edit: ArticlePatch
}

/**
 * Makes a move with an article that the actor has read as version `ifMatch`, and answers what it is after it.
 * Throws `not_found`, `forbidden`, `version_required`, `version_stale`, and what `transition` throws.
 */
export async function changeArticle<V extends Verb>(
  db: Db,
  actor: ActingPerson,
  id: string,
  ifMatch: string | undefined,
  verb: V,
  input: ChangeInput[V],
): Promise<EditorialArticle> {
  return await db.transaction(async (tx) => {
    const [article] = await lockArticles(tx, [id])
    if (!article) throw new ProblemError('not_found')
    const verbInput = (verb === 'edit' ? patchOf(input as ArticlePatch) : input) as VerbInput[V]
    const { entries } = await transition(tx, article, verb, actor, verbInput, (current) => requireVersion(tx, current, ifMatch))
    const answer = await readArticle(tx, actor, id)
    await appendChanges(tx, entries)
    return answer
  })
}
