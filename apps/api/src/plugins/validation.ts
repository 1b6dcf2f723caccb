import { Ajv, type ValidateFunction } from 'ajv'
import type { FastifySchemaCompiler } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { closestName } from '../lib/closest-name.ts'
import { whenAsked } from '../lib/when-asked.ts'

interface ObjectSchema {
  properties?: Record<string, { type?: string }>
}

// Verbose: a finding brings its schema, whose description tells the caller what to send.
// Made code is not made shorter: that took as long again as making it.
const options = { useDefaults: true, allowUnionTypes: true, verbose: true, code: { optimize: false } }
// Stops at the first finding: a hostile body of a megabyte must not make a finding an item.
const bodies = new Ajv({ ...options, allErrors: false })
const parameters = new Ajv({ ...options, allErrors: true })

/**
 * Two validators: bodies are taken as they are; query and path parameters become numbers only where they are plainly written as such.
 * What checks a route is made when it is asked first: to make all of it took a third of a start, and its memory.
 */
export const validation = fastifyPlugin(async (app) => {
  // A form of another site can send text/plain, but not JSON.
  app.removeContentTypeParser('text/plain')
  app.setValidatorCompiler((({ schema, httpPart }) => {
    if (httpPart === 'body' || httpPart === 'headers')
      return withGuess(
        whenAsked(() => bodies.compile(schema)),
        schema,
      )
    const check = withGuess(
      whenAsked(() => parameters.compile(schema)),
      schema,
    )
    return (data: Record<string, unknown>) => check(readNumbers(data, schema))
  }) as FastifySchemaCompiler<ObjectSchema>)
})

const integer = /^-?\d{1,15}$/

/** `0x10`, `1e3` and `1.0` stay text and are refused by the schema. */
function readNumbers(data: Record<string, unknown>, schema: ObjectSchema): Record<string, unknown> {
  for (const [name, { type }] of Object.entries(schema.properties ?? {})) {
    const value = data[name]
    if (typeof value !== 'string') continue
    if (type === 'integer' && integer.test(value)) data[name] = Number(value)
    if (type === 'boolean' && (value === 'true' || value === 'false')) data[name] = value === 'true'
  }
  return data
}

/** Adds to an unknown field's finding the known name that was probably meant. */
function withGuess(validator: () => ValidateFunction, schema: ObjectSchema) {
  return (data: unknown) => {
    const validate = validator()
    if (validate(data)) return { value: data }
    const findings = validate.errors ?? []
    for (const finding of findings) {
      if (finding.keyword !== 'additionalProperties' || finding.instancePath !== '') continue
      const guess = closestName(String(finding.params.additionalProperty), Object.keys(schema.properties ?? {}))
      if (guess) finding.params.didYouMean = guess
    }
    return { error: Object.assign(new Error('invalid'), { validation: findings }) }
  }
}
