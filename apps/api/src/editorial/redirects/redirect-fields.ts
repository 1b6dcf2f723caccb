import type { FieldError } from '@bantin/shared/errors'
import { maxAddressLength, type NewRedirect } from '@bantin/shared/redirects'
import { isOwnPath } from '../../lib/own-addresses.ts'
import { type PathQuery, readPathQuery } from '../../lib/path-query.ts'
import { readTargetUrl } from './target-url.ts'

/** What a redirect says: an old address, and one of two targets. */
export interface RedirectFields {
  fromPathQuery: string
  articleId: string | null
  url: string | null
}

/** Brings a redirect into the form in which it is kept, or says what is wrong with it. `place` is its pointer in the body. */
export function readFields(input: NewRedirect, place: string, publicUrl: string): { fields: RedirectFields } | { errors: FieldError[] } {
  const { articleId = null, url = null } = input
  const from = readPathQuery(input.fromPathQuery)
  const target = url === null ? null : readTargetUrl(url, publicUrl)
  const faults = [...faultsOfAddress(from), ...faultsOfTarget(articleId, url, target)]
  if (from && target && leadsBack(from, target)) faults.push(['url', 'circle', 'This address leads to itself.'])
  if (from === undefined || target === undefined || faults.length > 0) {
    return { errors: faults.map(([field, code, message]) => ({ in: 'body', pointer: `${place}/${field}`, code, message })) }
  }
  return { fields: { fromPathQuery: from.whole, articleId, url: target } }
}

type Fault = [field: keyof RedirectFields, code: string, message: string]

function faultsOfAddress(from: PathQuery | undefined): Fault[] {
  if (from === undefined) return [['fromPathQuery', 'no_address', 'Send a path with its query, such as /tin-tuc/chi-tiet.aspx?id=15.']]
  if (from.whole.length > maxAddressLength) return [['fromPathQuery', 'max_length', tooLong]]
  if (isOwnPath(from.path)) return [['fromPathQuery', 'own_address', 'This address is a page or a file of our own.']]
  return []
}

function faultsOfTarget(articleId: string | null, url: string | null, target: string | null | undefined): Fault[] {
  if ((articleId === null) === (url === null)) return [['articleId', 'one_target', 'Name an article or a url, and not both.']]
  if (target === undefined) return [['url', 'no_target', 'Send an http(s) address without credentials, or a path of ours.']]
  return target !== null && target.length > maxAddressLength ? [['url', 'max_length', tooLong]] : []
}

const tooLong = `In the form in which browsers send it, it may have ${maxAddressLength} letters.`

/** A redirect without a query stands for every query that has none of its own. */
function leadsBack(from: PathQuery, target: string): boolean {
  const to = readPathQuery(target)
  return to !== undefined && (to.whole === from.whole || (from.whole === from.path && to.path === from.path))
}
