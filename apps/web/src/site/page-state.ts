import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { articleQuery, type PublicArticle } from '../features/articles/articles.api.ts'
import type { Lookup } from '../lib/lookup.ts'
import { dataBlock } from './html.ts'

/** What the server found for a page: the answers of its queries by their keys. */
export type PageState = [QueryKey, unknown][]

const stateId = 'state'

/** The state of a page as a block of its HTML, without the article's text, which its own element carries. */
export function stateBlock(client: QueryClient): string {
  const queries = client.getQueryCache().findAll({ predicate: ({ state }) => state.status === 'success' })
  const state: PageState = queries.map(({ queryKey, state: { data } }) => [queryKey, isArticle(queryKey) ? withBody(data, '') : data])
  return dataBlock('application/json', state, stateId)
}

/** The state that the server left in the page, or undefined when it sent none. */
export function readState(page: Document): PageState | undefined {
  const json = page.getElementById(stateId)?.textContent
  return json ? JSON.parse(json) : undefined
}

/** Fills the cache with a page's state and the article's text. What the server just found counts as fresh, whatever its clock says. */
export function fillState(client: QueryClient, state: PageState, articleBody: string): void {
  for (const [key, data] of state) client.setQueryData(key, isArticle(key) ? withBody(data, articleBody) : data)
}

function isArticle(key: QueryKey): boolean {
  return articleQuery('').queryKey.every((part, index) => index === 2 || key[index] === part)
}

function withBody(data: unknown, bodyHtml: string): Lookup<PublicArticle> {
  const lookup = data as Lookup<PublicArticle>
  return 'found' in lookup ? { found: { ...lookup.found, bodyHtml } } : lookup
}
