import type { FoundArticle, SearchFacets, SearchQuery, SearchResults } from '@bantin/shared/search'
import { queryOptions } from '@tanstack/react-query'
import { ApiError } from '../../lib/api-error.ts'
import { apiOf } from '../../lib/query-client.ts'
import type { Asked } from '../../lib/search-address.ts'
import { type ArticleSummary, toSummary } from './article-summary.ts'

/** An article that was found, with what of it was searched for. */
export interface FoundSummary extends ArticleSummary {
  found: FoundParts
}

export interface FoundParts {
  /** Escaped HTML of the API, with `<mark>` around what was found. */
  title: string
  /** Likewise; empty where only the title or a name was found. */
  text: string
  /** Whose article it is, first of all. */
  unit: { slug: string; name: string } | null
}

/** What a search found, a page of it; or that there were more words than are taken. */
export type Findings = Found | { refused: true }

export interface Found {
  articles: FoundSummary[]
  next: string | null
  didYouMean: string | null
  facets: SearchFacets
}

/** Everything that a page of a search shows, in one request. */
export function foundArticlesQuery(asked: Asked) {
  const query = toQuery(asked)
  return queryOptions({
    queryKey: ['articles', 'found', query],
    queryFn: async ({ client, signal }): Promise<Findings> => {
      try {
        const { data, page, didYouMean, facets = noFacets } = await apiOf(client).get<SearchResults>('/search', { query, signal })
        return { articles: data.map(toFound), next: page.next, didYouMean, facets }
      } catch (error) {
        // A page to show, not a failure to try again: whoever searches can mend it.
        if (error instanceof ApiError && error.code === 'invalid_request') return { refused: true }
        throw error
      }
    },
  })
}

const noFacets: SearchFacets = { total: 0, isMore: false, units: [], categories: [], years: [] }

/** What a unit is called, where what was found names it. */
export function unitNameIn({ facets }: Found, slug: string): string | undefined {
  return facets.units.find((unit) => unit.slug === slug)?.name
}

const sorts = { 'moi-nhat': '-publishedAt', 'cu-nhat': 'publishedAt' } as const

function toQuery({ q, unit, category, year, from, to, sort, after }: Asked): SearchQuery {
  const [publishedFrom, publishedTo] = year ? [`${year}-01-01`, `${year}-12-31`] : [from, to]
  return {
    q,
    limit: 12,
    facets: true,
    ...(unit ? { unit } : {}),
    ...(category ? { category } : {}),
    ...(publishedFrom ? { publishedFrom } : {}),
    ...(publishedTo ? { publishedTo } : {}),
    ...(sort ? { sort: sorts[sort] } : {}),
    ...(after ? { cursor: after } : {}),
  }
}

function toFound({ highlight, ...card }: FoundArticle): FoundSummary {
  const { sapo, ...summary } = toSummary(card)
  const [unit] = card.units
  return {
    ...summary,
    // Where a part of the text is shown, the sapo is not: it would travel for nothing.
    sapo: highlight.text === '' ? sapo : null,
    found: { ...highlight, unit: unit ? { slug: unit.slug, name: unit.name } : null },
  }
}
