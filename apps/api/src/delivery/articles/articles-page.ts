import { type ArticleListQuery, maxIncluded } from '@bantin/shared/article-list'
import type { FieldError } from '@bantin/shared/errors'
import { defaultLimit } from '@bantin/shared/pagination'
import type { DeliveryDb } from '../../db/client.ts'
import { fieldProblem } from '../../errors.ts'
import { type Cursors, listScope } from '../../lib/cursor.ts'
import { countArticles, findArticles, findArticlesByIds, type Included } from './article-list.queries.ts'

interface Asked {
  baseUrl: string
  cursors: Cursors
  query: ArticleListQuery
}

/** A page of the list as JSON text. */
export interface ArticlesPage {
  json: string
  /** The cursor of the next one. */
  next: string | null
}

/** Throws `invalid_request` for parameters that do not go together, `invalid_cursor`. */
export async function readArticlesPage(db: DeliveryDb, { baseUrl, cursors, query }: Asked): Promise<ArticlesPage> {
  requireFitting(query)
  const { cursor, include: included, count = false, ids: batch, limit: _, sort, ...filters } = query
  const limit = limitOf(query)
  const include: Included = { body: included?.includes('body') ?? false, related: included?.includes('related') ?? false }
  const scope = listScope('articles', batch === undefined ? { ...filters, sort: sort ?? '-publishedAt' } : { ids: batch })
  const after = cursor === undefined ? undefined : cursors.open(scope, cursor)
  const found =
    batch === undefined
      ? await findArticles(db, baseUrl, { filters, sort, include, after, limit: limit + 1 })
      : await findArticlesByIds(db, baseUrl, { ids: [...new Set(idsOf(batch))], include, after: after?.[0], limit: limit + 1 })
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  const next = last && (last.isCut || shown.length < found.length) ? cursors.seal(scope, [last.at, last.id]) : null
  return pageOf(shown, next, count ? await countArticles(db, filters) : undefined)
}

const idsOf = (batch: string) => batch.split(',')

/** Of a batch all, unless less is asked for. */
function limitOf({ limit, ids }: ArticleListQuery): number {
  return limit ?? (ids === undefined ? defaultLimit : idsOf(ids).length)
}

function pageOf(found: { json: string }[], next: string | null, total?: number): ArticlesPage {
  const page = JSON.stringify({ next, total })
  // Not joined, which copies all of it once more.
  const data = found.reduce((texts, { json }) => (texts === '' ? json : `${texts},${json}`), '')
  return { json: `{"data":[${data}],"page":${page}}`, next }
}

/** What the contract cannot say of parameters alone. */
function requireFitting(query: ArticleListQuery): void {
  const { limit, cursor: _, ids, include, ...others } = query
  const wrong: FieldError[] = []
  const refuse = (name: string, code: string, message: string) => wrong.push({ in: 'query', name, code, message })
  if (ids !== undefined) {
    for (const name of Object.keys(others)) refuse(name, 'not_allowed', 'With ids there is nothing to choose, sort or count.')
  } else if (others.unit === undefined) {
    for (const name of ['descendants', 'unitRole'].filter((each) => each in others)) refuse(name, 'not_allowed', 'This goes with unit.')
  }
  if (include !== undefined && limitOf(query) > maxIncluded) {
    refuse(ids === undefined || limit !== undefined ? 'limit' : 'ids', 'maximum', `With include, ask for ${maxIncluded} at most.`)
  }
  if (wrong.length > 0) throw fieldProblem('invalid_request', ...wrong)
}
