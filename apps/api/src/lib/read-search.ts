import { countTerms, maxTerms, type ParsedQuery, parseQuery } from '@bantin/shared/search/query'
import { fieldProblem } from '../errors.ts'

/** What the parameter `q` asks for. Throws `invalid_request` for more words than are taken. */
export function readSearch(q: string): ParsedQuery {
  const parsed = parseQuery(q)
  if (countTerms(parsed) <= maxTerms) return parsed
  throw fieldProblem('invalid_request', { in: 'query', name: 'q', code: 'maximum', message: `Ask for ${maxTerms} words at most.` })
}
