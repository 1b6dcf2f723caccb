import type { SignedIn } from '@bantin/shared/auth'
import type { EditorialArticle, NewArticle } from '@bantin/shared/editorial-articles'
import { inject } from 'vitest'

/** Someone signed in at the editorial API. */
export interface Editor {
  /** The unit this person works for; null for the whole site. */
  unitId: string | null
  /** An article with this content that was never published. */
  draft(input: Partial<NewArticle>): Promise<EditorialArticle>
  /** An article published with this content. */
  publish(input: Partial<NewArticle>): Promise<EditorialArticle>
  /** Sends a verb or a change; answers the article as it then stands. */
  change(article: EditorialArticle, path: string, body?: unknown): Promise<EditorialArticle>
  /** Sends what belongs to an article, but is no change of it, to a path below it. */
  call<T>(method: 'GET' | 'POST' | 'DELETE', article: EditorialArticle, path: string, body?: unknown): Promise<T>
  /** The id of an old picture of the library: other tests count who uses those that they bring. */
  picture(): Promise<string>
  /** The id of an appointment of somebody in the demo. */
  appointment(): Promise<string>
  /** Sends the old address on to the article. */
  lead(fromPathQuery: string, article: EditorialArticle): Promise<void>
}

/** Signs in as one of the demo's people, over HTTP as the desk does. */
export function signInAs(role: 'editor' | 'publisher'): Promise<Editor> {
  return signInWith({ email: `${role}@example.gov.vn`, password: inject('demoPassword') })
}

/** Likewise as anybody. */
export async function signInWith({ email, password }: { email: string; password: string }): Promise<Editor> {
  const { accessToken, user } = await ask<SignedIn>('/api/v1/auth/login', { method: 'POST', body: { email, password } })
  const authorization = `Bearer ${accessToken}`
  const call = <T>(method: string, { id, version }: EditorialArticle, path: string, body?: unknown): Promise<T> =>
    ask(`/api/v1/editorial/articles/${id}${path}`, { method, headers: { authorization, 'if-match': `"${version}"` }, body })
  const change: Editor['change'] = (article, path, body = {}) => call(path === '' ? 'PATCH' : 'POST', article, path, body)
  const draft: Editor['draft'] = (input) =>
    ask('/api/v1/editorial/articles', {
      method: 'POST',
      headers: { authorization },
      body: { title: 'Bài của bản thử', body: oneParagraph, ...input },
    })
  const publish: Editor['publish'] = async (input) => change(await draft(input), '/publish')
  const lead: Editor['lead'] = async (fromPathQuery, { id: articleId }) => {
    await ask('/api/v1/editorial/redirects', { method: 'POST', headers: { authorization }, body: { fromPathQuery, articleId } })
  }
  const picture: Editor['picture'] = async () => {
    const path = '/api/v1/editorial/media?kind=picture&limit=100'
    const { data } = await ask<{ data: { id: string }[] }>(path, { method: 'GET', headers: { authorization } })
    return data.at(-1)?.id ?? ''
  }
  const appointment: Editor['appointment'] = async () => {
    const person = await ask<{ appointments: { id: string }[] }>('/api/v1/people/nguyen-hoang-son', { method: 'GET' })
    return person.appointments[0]?.id ?? ''
  }
  return { unitId: user.grants[0]?.unitId ?? null, draft, publish, change, call, picture, appointment, lead }
}

const oneParagraph = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Một đoạn văn của bản thử.' }] }] }

/** Asks the API; fails when the answer is no success. */
export async function ask<T>(
  path: string,
  { method, headers, body }: { method: string; headers?: Record<string, string>; body?: unknown },
): Promise<T> {
  const answer = await fetch(inject('siteUrl') + path, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return (answer.status === 204 ? undefined : await answer.json()) as T
}
