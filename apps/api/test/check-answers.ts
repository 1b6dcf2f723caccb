import { Ajv, type ValidateFunction } from 'ajv'
import type { FastifyInstance } from 'fastify'

// As the application's own: made code is not made shorter, which takes longer than making it.
const ajv = new Ajv({ allowUnionTypes: true, code: { optimize: false } })
const compiled = new WeakMap<object, ValidateFunction>()
// Each application of a process of tests has schemas of its own that say the same.
const known = new Map<string, ValidateFunction>()

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
    const validate = validatorOf(schema)
    if (validate(JSON.parse(payload))) return payload
    return broken(reply, JSON.stringify(validate.errors))
  })
}

function validatorOf(schema: object): ValidateFunction {
  const found = compiled.get(schema)
  if (found) return found
  const text = JSON.stringify(schema)
  const validate = known.get(text) ?? ajv.compile(schema)
  known.set(text, validate)
  compiled.set(schema, validate)
  return validate
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
