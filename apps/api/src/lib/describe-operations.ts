import { type Access, isGuarded } from './access.ts'

interface Operation {
  summary?: string
  description?: string
  operationId?: string
  tags?: string[]
  'x-access'?: Access
}

interface Document {
  paths?: Record<string, Record<string, Operation>>
}

/** What the groups of routes are about, by their tags. */
const tags: Record<string, string> = {
  delivery: 'What is published, for everyone: cached, from any origin.',
  analytics: 'Counting visits, without cookies.',
  operations: 'For whoever runs the application.',
  auth: 'Signing in, and one’s own account.',
  editorial: 'What the desk works with, behind a session.',
  users: 'People and what they may do.',
  portals: 'Who pulls what is published, and who is told of it.',
  links: 'What somebody opens by a link that he was sent.',
}

/** The document with what programs that are made of it need: a name for each operation, who may call it, and what its tags mean. */
export function describeOperations<D extends object>(document: D): D {
  const used = new Set<string>()
  for (const [path, operations] of Object.entries((document as Document).paths ?? {})) {
    for (const [method, operation] of Object.entries(operations)) {
      operation.operationId = idOf(method, path)
      operation.description ??= sayAccess(operation['x-access'])
      for (const tag of operation.tags ?? []) used.add(tag)
    }
  }
  return { ...document, tags: [...used].map((name) => ({ name, description: tags[name] ?? name })) }
}

/** `GET /api/v1/articles/{idOrSlug}` is `getArticlesByIdOrSlug`. */
function idOf(method: string, path: string): string {
  const words = path
    .replace('/api/v1', '')
    .replaceAll(/\{(\w+)\}/g, 'by-$1')
    .split(/[^a-zA-Z]+/)
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

function sayAccess(access: Access | undefined): string {
  if (access === undefined || access === 'anyone') return 'Open to everyone.'
  if (access === 'key') return 'For portals with a key.'
  if (!isGuarded(access)) return `For ${access === 'refresh cookie' ? 'whoever has the refresh cookie' : access}.`
  return access === 'signed in'
    ? 'For whoever is signed in, about himself.'
    : `For whoever has the permission \`${access}\` on what it is about.`
}
