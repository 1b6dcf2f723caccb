import { longestCursor, searchParameters } from '@bantin/shared/search/page-parameters'
import { maxQueryLength } from '@bantin/shared/search/query'
import { unitPageParameters } from '@bantin/shared/unit-page-parameters'

const searchPage = /^(?:\/en)?\/tim-kiem$/
const unitPage = /^(?:\/en)?\/don-vi\/[^/]+$/
const { q, ...narrowing } = searchParameters

/** As how many reads a page counts: the search's as many as what it asks of the API. */
export function pageReads(url: string): number {
  return searchPage.test(url.split('?', 1).join('')) ? 2 : 1
}

/**
 * What tells one page from another in an address: its path, where in a list it begins, of a search what is searched for, and of a unit which
 * day and year of it. Social networks add all kinds of other things. However long the address is, the key is not: pages look at no more than
 * is in it.
 */
export function pageKey(url: string): string {
  const at = url.indexOf('?')
  if (at < 0) return url
  const [path, given] = [url.slice(0, at), new URLSearchParams(url.slice(at))]
  const isSearch = searchPage.test(path)
  const wanted = isSearch
    ? Array.from(given.get(q) ?? '')
        .slice(0, maxQueryLength + 1)
        .join('')
    : ''
  const kept = new URLSearchParams(wanted === '' ? [] : [[q, wanted]])
  for (const name of isSearch ? Object.values(narrowing) : [narrowing.after]) {
    const value = given.get(name)
    if (value && value.length <= longestCursor) kept.set(name, value)
  }
  if (unitPage.test(path)) keepForms(kept, given)
  return kept.size === 0 ? path : `${path}?${kept}`
}

const forms = { [unitPageParameters.day]: /^\d{4}-\d\d-\d\d$/, [unitPageParameters.year]: /^\d{4}$/ }

function keepForms(kept: URLSearchParams, given: URLSearchParams): void {
  for (const [name, form] of Object.entries(forms)) {
    const value = given.get(name)
    if (value && form.test(value)) kept.set(name, value)
  }
}
