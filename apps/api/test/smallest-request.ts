import type { TestApp } from './test-app.ts'

/** Nothing has it. */
export const unknownId = '00000000-0000-7000-8000-000000000000'

/** A route as its contract documents it, with the least that it takes. */
export interface DocumentedRoute {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With the names of its parameters in braces. */
  path: string
  access: string | undefined
  /** The parameters that it cannot do without. */
  query: Record<string, string>
  /** The others. */
  optional: string[]
  body: object | undefined
  /** Its body is files. */
  takesFiles: boolean
}

interface Operation {
  'x-access'?: string
  parameters?: { in: string; name: string; required?: boolean; schema: Schema }[]
  requestBody?: { content: Partial<Record<'application/json' | 'multipart/form-data', { schema: Schema }>> }
}

/** Every route of the API by its name in the table of who comes in, such as `GET /articles/:idOrSlug`, out of the OpenAPI document. */
export function documentedRoutes({ app }: TestApp): Map<string, DocumentedRoute> {
  const { paths = {} } = app.swagger() as { paths?: Record<string, Record<string, Operation>> }
  const ofTheApi = Object.entries(paths).filter(([path]) => /^\/api\/v1(\/|$)/.test(path))
  return new Map(
    ofTheApi.flatMap(([path, operations]) => Object.entries(operations).map(([method, operation]) => named(path, method, operation))),
  )
}

function named(path: string, method: string, { 'x-access': access, parameters = [], requestBody }: Operation): [string, DocumentedRoute] {
  const name = `${method.toUpperCase()} ${path.replace(/^\/api\/v1\/?/, '/').replaceAll(/\{(\w+)\}/g, ':$1')}`
  const known = parameters.filter((parameter) => parameter.in === 'query')
  const query = Object.fromEntries(known.filter(({ required }) => required).map((needed) => [needed.name, String(smallest(needed.schema))]))
  const optional = known.filter(({ required }) => !required).map((parameter) => parameter.name)
  const json = requestBody?.content['application/json']
  const body = json && (smallest(json.schema) as object)
  const takesFiles = requestBody?.content['multipart/form-data'] !== undefined
  return [name, { method: method.toUpperCase() as DocumentedRoute['method'], path, access, query, optional, body, takesFiles }]
}

interface Schema {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  minimum?: number
  minItems?: number
  minLength?: number
  pattern?: string
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
}

const texts = ['a', 'a@example.test', unknownId, '2099-01-01T00:00:00+07:00', '2099-01-01', '/a', '0:0', 'A'.repeat(43)]

function smallest(schema: Schema): unknown {
  if (schema.anyOf?.[0]) return smallest(schema.anyOf[0])
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => smallest(schema.items ?? {}))
  if (schema.type === 'integer') return schema.minimum ?? 0
  if (schema.type === 'boolean') return false
  if (schema.type === 'string') return smallestText(schema)
  return Object.fromEntries((schema.required ?? []).map((name) => [name, smallest(schema.properties?.[name] ?? {})]))
}

function smallestText({ pattern = '', minLength = 0 }: Schema): string {
  const text = texts.find((one) => one.length >= minLength && new RegExp(pattern, 'u').test(one))
  if (text === undefined) throw new Error(`No text of the walk fits ${pattern}: add one to apps/api/test/smallest-request.ts.`)
  return text
}
