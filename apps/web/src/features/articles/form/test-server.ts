import type { EditorialArticle } from '@bantin/shared/editorial-articles'

/** A server with one article: it keeps versions as the API does and writes down what it was sent. */
export function createServer(part: Partial<EditorialArticle> = {}) {
  const server = {
    article: { ...stored, ...part },
    sent: [] as { line: string; version: string | null; body: unknown; key?: string }[],
    /** Set to answer the next request in another way, once. */
    next: null as (() => Promise<Response>) | null,
    fetch: async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
      const headers = new Headers(init.headers)
      const [version, key] = [headers.get('if-match'), headers.get('idempotency-key')]
      const line = `${init.method} ${String(input).replace(/^.*\/editorial\/articles/, '')}`
      const body = init.body ? JSON.parse(String(init.body)) : undefined
      if (init.method !== 'GET') server.sent.push({ line, version, body: contentOf(body), ...(key ? { key } : {}) })
      const special = server.next
      server.next = null
      return special ? special() : answer(line, version, contentOf(body))
    },
    /** Who saved the newest revision but one. */
    otherWriter: { id: 'minh', name: 'Trần Minh' },
    change: (change: Partial<EditorialArticle>): void => {
      server.article = { ...server.article, ...change, version: server.article.version + 1, updatedBy: 'Trần Minh' }
    },
  }
  const autosaved = (body: object): Response => {
    server.change({ ...body, workState: 'draft' })
    const { version, revision } = server.article
    return Response.json({ version, revision, savedAt: at, merged: false })
  }
  const answer = (line: string, version: string | null, body: object = {}): Response => {
    if (line.endsWith('/assignees')) return Response.json({ data: people })
    if (line.includes('/revisions'))
      return Response.json({ data: [{ number: server.article.revision, savedBy: server.otherWriter }], page: {} })
    if (line.startsWith('GET')) return Response.json(server.article)
    if (line === 'POST ') return Response.json(Object.assign(server.article, body), { status: 201 })
    if (line.endsWith('/duplicate')) return Response.json({ ...server.article, id: 'its-copy' }, { status: 201 })
    if (version !== `"${server.article.version}"`) return stale(server.article)
    if (line.endsWith('/autosave')) return autosaved(body)
    if (line.startsWith('DELETE')) return new Response(null, { status: 204 })
    const move = line.split('/')[2] ?? 'edit'
    server.change({ ...(line.startsWith('PATCH') ? body : {}), ...moves[move] })
    return Response.json({ ...server.article, receipt: receiptOf(move, server.article) })
  }
  return server
}

/** What is sent without the word that it may be merged. */
function contentOf(body: Record<string, unknown> | undefined) {
  if (body === undefined) return undefined
  const { merge: _merge, ...content } = body
  return content
}

export type TestServer = ReturnType<typeof createServer>

const moves: Record<string, Partial<EditorialArticle>> = {
  edit: { workState: 'draft' },
  submit: { workState: 'in_review' },
  recall: { workState: 'draft' },
  return: { workState: 'draft' },
  approve: { workState: 'approved' },
  schedule: { workState: 'scheduled', publishAt: '2031-11-27T07:00:00+07:00' },
  unschedule: { workState: 'approved', publishAt: null, schedule: null },
  publish: { workState: 'none', publicState: 'published', edition: 1 },
  hold: { publicState: 'held' },
  'put-back': { publicState: 'published' },
  withdraw: { publicState: 'withdrawn' },
  remove: { publicState: 'removed' },
  redirect: { publicState: 'redirected' },
  assign: { assignee: { id: 'vinh', name: 'Lê Quang Vinh' } },
}

/** Who may be asked to work on the article. */
const people = [
  { id: 'ha', name: 'Phạm Thu Hà' },
  { id: 'vinh', name: 'Lê Quang Vinh' },
]

/** A problem as the API answers it. */
export function refusal(status: number, code: string, more: object = {}): Response {
  const problem = { type: '', title: '', status, code, ...more }
  return new Response(JSON.stringify(problem), { status, headers: { 'content-type': 'application/problem+json' } })
}

const readable = new Set(['publish', 'put-back', 'withdraw'])

function receiptOf(move: string, { slug, edition }: EditorialArticle) {
  if (!readable.has(move) && move !== 'hold') return null
  const served = [{ url: `https://cong.example/bai-viet/${slug}`, status: move === 'hold' ? 404 : 200 }]
  return { at, seq: 1, reason: 'published', edition, hash: null, head: 'sha256:0', served, caches: 'none', portals: [] }
}

function stale({ version }: EditorialArticle): Response {
  const current = { version, changedBy: 'Trần Minh', changedAt: '2021-12-28T10:32:00+07:00', fields: ['title'] }
  return refusal(412, 'version_stale', { current })
}

const at = '2021-12-28T07:00:00+07:00'

const stored: EditorialArticle = {
  id: '018f0000-0000-7000-8000-000000000001',
  version: 3,
  format: 'news',
  locale: 'vi',
  slug: 'tit-cu',
  title: 'Tít cũ',
  workState: 'draft',
  publicState: 'none',
  unit: { id: 'office', name: 'Văn phòng' },
  unitPath: ['office'],
  createdBy: 'lan',
  assignee: null,
  publishAt: null,
  returned: null,
  updatedBy: 'Lan',
  updatedAt: at,
  firstPublishedAt: null,
  publishedAt: null,
  edition: null,
  kicker: null,
  sapo: null,
  body: { type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'b1' }, content: [{ type: 'text', text: 'Đoạn cũ.' }] }] },
  heroMediaId: null,
  bylines: [],
  units: [],
  categoryIds: [],
  tagIds: [],
  event: null,
  source: null,
  genre: null,
  relatedIds: [],
  translationGroup: '018f0000-0000-7000-8000-000000000001',
  revision: 3,
  lastWriterId: 'lan',
  policy: 'direct',
  minorDirect: false,
  isApproved: false,
  schedule: null,
  plannedWithdrawal: null,
  unreviewed: null,
  hold: null,
  withdrawal: null,
  redirect: null,
  removal: null,
  isRedacted: false,
}
