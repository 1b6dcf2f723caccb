import type { QueryClient } from '@tanstack/react-query'
import { foundArticlesQuery, unitNameIn } from '../features/articles/found-articles.api.ts'
import { unitQuery } from '../features/units/units.api.ts'
import type { Locale } from '../lib/i18n/locale.ts'
import { searchText } from '../lib/i18n/site/use-search-text.ts'
import { siteText } from '../lib/i18n/site/use-site-text.ts'
import { readAsked, refusalOf } from '../lib/search-address.ts'
import type { PageHead } from './page-head.ts'

/**
 * Fills the cache with what a search found; 400 is for more than is taken. The page is found by no search: what others have found is no
 * content of ours, and there is no end of it. Rejects with ApiError when it could not be read.
 */
export async function loadSearch(client: QueryClient, search: string, locale: Locale): Promise<{ status: 200 | 400; head: PageHead }> {
  const asked = readAsked(search)
  const head = { title: asked.q === '' ? siteText(locale).search.heading : searchText(locale).titleOf(asked.q), isIndexed: false }
  const refusal = refusalOf(asked)
  if (refusal !== undefined) return { status: refusal === 'empty' ? 200 : 400, head }
  const findings = await client.ensureQueryData(foundArticlesQuery(asked))
  if ('refused' in findings) return { status: 400, head }
  const { unit } = asked
  if (unit && !unitNameIn(findings, unit)) await client.prefetchQuery(unitQuery(unit))
  return { status: 200, head }
}
