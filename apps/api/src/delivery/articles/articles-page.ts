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
  const { cursor, limit = defaultLimit, include: included, count = false, ids, sort, ...filters } = query
  requireFitting(query)
  const include: Included = { body: included?.includes('body') ?? false, related: included?.includes('related') ?? false }
  if (ids !== undefined) {
    const found = await findArticlesByIds(db, baseUrl, [...new Set(ids.split(','))], include)
    return pageOf(found, null)
  }
  const scope = listScope('articles', { ...filters, sort: sort ?? '-publishedAt' })
  const after = cursor === undefined ? undefined : cursors.open(scope, cursor)
  const found = await findArticles(db, baseUrl, { filters, sort, include, after, limit: limit + 1 })
  const last = found.length > limit ? found[limit - 1] : undefined
  const next = last ? cursors.seal(scope, [last.at, last.id]) : null
  return pageOf(found.slice(0, limit), next, count ? await countArticles(db, filters) : undefined)
}

function pageOf(found: { json: string }[], next: string | null, total?: number): ArticlesPage {
  const page = JSON.stringify({ next, total })
  return { json: `{"data":[${found.map(({ json }) => json).join(',')}],"page":${page}}`, next }
}

/** What the contract cannot say of parameters alone. */
function requireFitting({ limit = defaultLimit, ids, include, ...others }: ArticleListQuery): void {
  const wrong: FieldError[] = []
  const refuse = (name: string, code: string, message: string) => wrong.push({ in: 'query', name, code, message })
  if (ids !== undefined) {
    for (const name of Object.keys(others)) refuse(name, 'not_allowed', 'With ids there is nothing to choose, sort, count or page.')
  } else if (others.unit === undefined) {
    for (const name of ['descendants', 'unitRole'].filter((each) => each in others)) refuse(name, 'not_allowed', 'This goes with unit.')
  }
  const asked = ids === undefined ? limit : ids.split(',').length
  if (include !== undefined && asked > maxIncluded) {
    refuse(ids === undefined ? 'limit' : 'ids', 'maximum', `With include, ask for ${maxIncluded} at most.`)
  }
  if (wrong.length > 0) throw fieldProblem('invalid_request', ...wrong)
}
