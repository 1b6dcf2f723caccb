import { parseQuery } from '@bantin/shared/search/query'

/** Whether a search asks for nothing: it has signs alone, or words that are not wanted. */
export function hasNoWord(q: string): boolean {
  return parseQuery(q).wanted.length === 0
}
