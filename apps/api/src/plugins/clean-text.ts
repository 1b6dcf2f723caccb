import { cleanText, isStorable } from '@bantin/shared/text'
import fastifyPlugin from 'fastify-plugin'
import { fieldProblem } from '../errors.ts'

/** Text is normalized at the door: every string of a body as `cleanText` has it; what PostgreSQL or a reader cannot take is refused. */
export const cleanTextAtTheDoor = fastifyPlugin(async (app) => {
  app.addHook('preValidation', async (request) => {
    if (request.body !== null && typeof request.body === 'object' && !Buffer.isBuffer(request.body)) request.body = clean(request.body, '')
    for (const [name, value] of Object.entries((request.query as Record<string, unknown>) ?? {})) {
      if (typeof value === 'string' && !isStorable(value)) throw notText({ in: 'query', name })
    }
  })
})

function clean(value: unknown, pointer: string): unknown {
  if (typeof value === 'string') {
    if (!isStorable(value)) throw notText({ in: 'body', pointer })
    return cleanText(value)
  }
  if (Array.isArray(value)) return value.map((item, index) => clean(item, `${pointer}/${index}`))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, clean(item, `${pointer}/${name}`)]))
}

function notText(place: { in: 'body'; pointer: string } | { in: 'query'; name: string }) {
  return fieldProblem('invalid_request', { ...place, code: 'not_text', message: 'NUL and broken surrogate pairs are not text.' })
}
