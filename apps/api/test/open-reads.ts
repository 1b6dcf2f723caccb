import type { TestApp } from './test-app.ts'

/** A route that answers anybody who asks. */
export interface OpenRead {
  /** As it is documented. */
  path: string
  /** The same with something in the place of each part that varies. */
  url: string
  parameters: Parameter[]
}

interface Parameter {
  name: string
  /** Whether it takes words of the caller's, rather than numbers, days, forms or certain values. */
  isFree: boolean
  values: unknown[]
}

interface Documented {
  in: string
  name: string
  schema: { type?: string; enum?: unknown[]; pattern?: string }
}

interface Operation {
  'x-access'?: string
  parameters?: Documented[]
}

const someone = '00000000-0000-7000-8000-000000000000'
const standIns: Record<string, string> = { id: someone, idOrSlug: someone, slug: 'khong-co', edition: '1', page: '1', year: '2021' }

/** Every open read but those of files, out of the OpenAPI document: a new one is among them. */
export function openReads({ app }: TestApp): OpenRead[] {
  const { paths = {} } = app.swagger() as { paths?: Record<string, { get?: Operation }> }
  return Object.entries(paths).flatMap(([path, { get }]) => {
    const isRead = path.startsWith('/api/v1/')
      ? get?.['x-access'] === 'anyone'
      : /^\/(feeds\/|oembed|sitemap|robots|\.well-known)/.test(path)
    if (!get || !isRead || path.includes('/auth/') || path.includes('.gz')) return []
    const url = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => standIns[name] ?? 'x')
    const parameters = (get.parameters ?? []).filter((each) => each.in === 'query').map(toParameter)
    return [{ path, url, parameters }]
  })
}

/** A slug may be any word, and so may the tag of a language, if it is short. */
function toParameter({ name, schema: { type, enum: values, pattern } }: Documented): Parameter {
  const takesWords = ['khong-co', 'id'].some((word) => pattern === undefined || new RegExp(pattern, 'u').test(word))
  return { name, isFree: values === undefined && type === 'string' && takesWords, values: values ?? [] }
}
