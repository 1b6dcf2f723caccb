import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { onceOf } from '../lib/once-of.ts'
import { jsonBlock, safeJson } from './html.ts'

/** What the server found for a page: the answers of its queries by their keys. */
export type PageState = [QueryKey, unknown][]

const stateId = 'state'

/** The state of a page as a block of its HTML, without the article's text, which its own element carries. */
export function stateBlock(client: QueryClient): string {
  const queries = client.getQueryCache().findAll({ predicate: ({ state }) => state.status === 'success' })
  const state = queries.map(({ queryKey, state: { data } }) => `[${safeJson(queryKey)},${jsonOf(data)}]`)
  return jsonBlock('application/json', `[${state.join()}]`, stateId)
}

/** What was looked up is of this page; all else many pages have in common. */
function jsonOf(data: unknown): string {
  return isShared(data) ? sharedJson(data) : safeJson(withBody(data, ''))
}

function isShared(data: unknown): data is object {
  return typeof data === 'object' && data !== null && !('found' in data)
}

const sharedJson = onceOf(safeJson)

/** The state that the server left in the page, or undefined when it sent none. */
export function readState(page: Document): PageState | undefined {
  const json = page.getElementById(stateId)?.textContent
  return json ? JSON.parse(json) : undefined
}

/** Fills the cache with a page's state and the article's text. What the server just found counts as fresh, whatever its clock says. */
export function fillState(client: QueryClient, state: PageState, articleBody: string): void {
  for (const [key, data] of state) client.setQueryData(key, withBody(data, articleBody))
}

/** What was looked up and has a text gets this one: an article, a preview, the text of an opinion. A page shows one of them. */
function withBody(data: unknown, bodyHtml: string): unknown {
  const { found } = (data ?? {}) as { found?: { bodyHtml?: string } }
  return found?.bodyHtml === undefined ? data : { found: { ...found, bodyHtml } }
}
