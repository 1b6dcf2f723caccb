import type { FieldError } from '@bantin/shared/errors'
import { cleanText, isStorable } from '@bantin/shared/text'
import fastifyPlugin from 'fastify-plugin'
import { fieldProblem } from '../errors.ts'
import { escapePointer } from '../lib/field-errors.ts'

/**
 * Text is normalized at the door: every string of a body as `cleanText` has it; what PostgreSQL or a reader cannot take is refused. A route
 * with `config: { keepsText: true }` cleans it itself, because the letters of old fonts have to be rewritten before.
 */
export const cleanTextAtTheDoor = fastifyPlugin(async (app) => {
  app.addHook('preValidation', async (request) => {
    if (request.body !== null && typeof request.body === 'object' && !Buffer.isBuffer(request.body)) {
      const cleaned = cleanBody(request.body)
      if (!request.routeOptions.config.keepsText) request.body = cleaned
    }
    // Addresses of pages have no schema: what no page has is theirs to answer.
    const { schema } = request.routeOptions
    if (schema?.querystring) refuseBroken(request.query, 'query')
    if (schema?.params) refuseBroken(request.params, 'path')
  })
})

/** Far more than any schema has, far less than the stack holds. */
const maxDepth = 40

/** The same with every text in it as it is stored. Throws `invalid_request` where one cannot be. */
export const cleanBody = (body: unknown): unknown => clean(body, '', 0)

function clean(value: unknown, pointer: string, depth: number): unknown {
  if (typeof value === 'string') {
    if (!isStorable(value)) throw notText({ in: 'body', pointer })
    return cleanText(value)
  }
  if (value === null || typeof value !== 'object') return value
  if (depth > maxDepth) throw tooDeep()
  // A copy has also what is named `__proto__`.
  const cleaned = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>
  for (const name in cleaned) {
    const part = cleaned[name]
    // Where it stands is only written down for what may have to say so.
    if (typeof part === 'string' && isStorable(part)) cleaned[name] = cleanText(part)
    else if (typeof part === 'string' || typeof part === 'object')
      cleaned[name] = clean(part, `${pointer}/${escapePointer(name)}`, depth + 1)
  }
  return cleaned
}

function refuseBroken(values: unknown, place: 'query' | 'path'): void {
  for (const [name, value] of Object.entries((values as Record<string, unknown>) ?? {})) {
    if (typeof value === 'string' && !isStorable(value)) throw notText({ in: place, name })
  }
}

function notText(place: Pick<FieldError, 'in' | 'name' | 'pointer'>) {
  return fieldProblem('invalid_request', {
    ...place,
    code: 'not_text',
    message: 'NUL, broken surrogate pairs and heaps of combining marks are not text.',
  })
}

function tooDeep() {
  return fieldProblem('invalid_request', { in: 'body', pointer: '', code: 'too_deep', message: 'Nothing here is nested so deeply.' })
}
