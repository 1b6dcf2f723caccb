type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

type Operation = { requestBody?: Json; responses?: Json }

/** Where in the document a schema stands that many answers have: the steps that lead to it. */
export type Place = (string | number)[]

/**
 * The document with each of these schemas once, under `components.schemas`, and references to it wherever requests and answers have it: written
 * out at every route they made up most of it. Inner ones come before those that have them.
 */
export function nameSchemas(document: object, places: Record<string, Place>): object {
  // Plain JSON: what the schemas carry for the compiler is not part of the document.
  const { paths, components, ...rest } = JSON.parse(JSON.stringify(document))
  const names = new Map<string, string>()
  const schemas: Record<string, Json> = {}
  for (const [name, place] of Object.entries(places)) {
    const schema = place.reduce<Json | undefined>((value, step) => (value as Record<string, Json> | undefined)?.[step], paths)
    if (schema === undefined) continue
    schemas[name] = inside(schema, names)
    names.set(JSON.stringify(schema), name)
  }
  for (const operations of Object.values<Record<string, Operation>>(paths)) {
    for (const operation of Object.values(operations)) {
      if (operation.requestBody) operation.requestBody = refer(operation.requestBody, names)
      if (operation.responses) operation.responses = refer(operation.responses, names)
    }
  }
  return { ...rest, paths, components: { ...components, schemas: { ...components?.schemas, ...schemas } } }
}

function refer(value: Json, names: Map<string, string>): Json {
  if (value === null || typeof value !== 'object') return value
  const name = names.get(JSON.stringify(value))
  return name === undefined ? inside(value, names) : { $ref: `#/components/schemas/${name}` }
}

function inside(value: Json, names: Map<string, string>): Json {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item) => refer(item, names))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, refer(item, names)]))
}
