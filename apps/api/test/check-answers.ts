import { Ajv, type ValidateFunction } from 'ajv'
import type { FastifyInstance } from 'fastify'

const ajv = new Ajv({ allowUnionTypes: true })
const compiled = new WeakMap<object, ValidateFunction>()

/** Makes the app fail (500, with the reason in the body) when it answers what the route's schema does not allow. */
export function checkAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const schemas = request.routeOptions.schema?.response as Record<string, object> | undefined
    if (!schemas || request.method === 'HEAD') return payload
    const status = String(reply.statusCode)
    const schema = schemas[status] ?? schemas[`${status[0]}xx`]
    if (status === '304') return payload
    if (!schema) return broken(reply, `undocumented status ${status}`)
    if (typeof payload !== 'string' || payload === '') return payload
    const validate = compiled.get(schema) ?? ajv.compile(schema)
    compiled.set(schema, validate)
    if (validate(JSON.parse(payload))) return payload
    return broken(reply, JSON.stringify(validate.errors))
  })
}

function broken(reply: { code(status: number): unknown }, reason: string): string {
  reply.code(500)
  return JSON.stringify({ brokenContract: reason })
}
