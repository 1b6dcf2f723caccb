import fastJsonStringify, { type AnySchema } from 'fast-json-stringify'
import type { FastifySerializerCompiler } from 'fastify/types/schema.js'
import fastifyPlugin from 'fastify-plugin'
import { whenAsked } from '../lib/when-asked.ts'

type Writer = (data: object) => string

/**
 * Answers are written by functions made from their schemas, which leave out what no schema names. Bodies of articles are written as they
 * are: they came in through the same schema, and a function that tells all their kinds of blocks apart took longer to make than anything
 * else at a start. Each is made when it is needed first.
 */
export const serialization = fastifyPlugin(async (app) => {
  const compile: FastifySerializerCompiler<object> = ({ schema }) => {
    const write = whenAsked(() => writerOf(schema))
    return (data: object) => write()(data)
  }
  app.setSerializerCompiler(compile)
})

const writers = new Map<string, Writer>()

/** Routes that answer alike share one: making it takes far longer than seeing that two schemas say the same. */
function writerOf(schema: object): Writer {
  const plain = withPlainBodies(schema) as AnySchema
  const text = JSON.stringify(plain)
  const write = writers.get(text) ?? fastJsonStringify(plain)
  writers.set(text, write)
  return write
}

function withPlainBodies(schema: unknown): unknown {
  if (schema === null || typeof schema !== 'object') return schema
  if (Array.isArray(schema)) return schema.map(withPlainBodies)
  if (isBody(schema)) return {}
  return Object.fromEntries(Object.entries(schema).map(([name, part]) => [name, withPlainBodies(part)]))
}

function isBody(schema: object): boolean {
  const { properties } = schema as { properties?: { type?: { const?: unknown } } }
  return properties?.type?.const === 'doc'
}
