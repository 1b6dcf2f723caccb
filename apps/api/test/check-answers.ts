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
    const documented = schemas[status] ?? schemas[`${status[0]}xx`]
    if (status === '304') return payload
    const type = String(reply.getHeader('content-type'))
    const schema = documented && schemaFor(documented, type)
    if (!schema) return broken(reply, `undocumented status ${status} of type ${type}`)
    if (typeof payload !== 'string' || payload === '' || !/[/+]json\b/.test(type)) return payload
    const validate = compiled.get(schema) ?? ajv.compile(schema)
    compiled.set(schema, validate)
    if (validate(JSON.parse(payload))) return payload
    return broken(reply, JSON.stringify(validate.errors))
  })
}

/** A status may be documented for each type of content. */
function schemaFor(documented: { content?: Record<string, { schema: object }> }, type: string): object | undefined {
  const { content } = documented
  return content ? (content[type.split(';')[0] ?? ''] ?? content['*/*'])?.schema : documented
}

function broken(reply: { code(status: number): unknown }, reason: string): string {
  reply.code(500)
  return JSON.stringify({ brokenContract: reason })
}
