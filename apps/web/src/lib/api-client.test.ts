import { describe, expect, test, vi } from 'vitest'
import { type Bearer, createApiClient } from './api-client.ts'
import type { ApiError } from './api-error.ts'
import type { SendForm } from './send-form.ts'

const problem = (status: number, body: object) =>
  new Response(JSON.stringify({ status, title: 'x', type: 'x', ...body }), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'x-request-id': 'r-1' },
  })

function clientOf(answer: (request: Request) => Response | Promise<Response>, bearer?: Parameters<typeof createApiClient>[0]) {
  const asked: Request[] = []
  const fetch = async (url: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(new URL(String(url), 'http://site'), init)
    asked.push(request)
    return answer(request)
  }
  return { api: createApiClient({ fetch: fetch as typeof globalThis.fetch, ...bearer }), asked }
}

const nobody: Bearer = { token: async () => null, renew: async () => false, secondFactor: async () => false }

const failure = (promise: Promise<unknown>): Promise<ApiError> =>
  promise.then(
    () => expect.unreachable(),
    (error) => error,
  )

describe('a request', () => {
  test('goes below /api/v1 with its query, without undefined values', async () => {
    const { api, asked } = clientOf(() => Response.json({ ok: true }))
    expect(await api.get('/articles', { query: { limit: 5, unit: undefined, category: 'thời sự' } })).toEqual({ ok: true })
    expect(asked[0]?.url).toBe('http://site/api/v1/articles?limit=5&category=th%E1%BB%9Di+s%E1%BB%B1')
  })

  test('carries its body as JSON and the version it stands on', async () => {
    const { api, asked } = clientOf(() => new Response(null, { status: 204 }))
    expect(await api.send('PATCH', '/editorial/articles/1', { body: { title: 'Đề' }, version: 7 })).toBeUndefined()
    expect(await asked[0]?.json()).toEqual({ title: 'Đề' })
    expect([asked[0]?.headers.get('content-type'), asked[0]?.headers.get('if-match')]).toEqual(['application/json', '"7"'])
  })
})

describe('an answer that is a file', () => {
  test('is given whole, to whoever is signed in', async () => {
    const { api, asked } = clientOf(() => new Response('a;b\r\n', { headers: { 'content-type': 'text/csv' } }), {
      bearer: { ...nobody, token: async () => 'good' },
    })
    const file = await api.download('/audit/export', { query: { from: '2021-12-28' } })
    expect(await file.text()).toBe('a;b\r\n')
    expect([asked[0]?.url, asked[0]?.headers.get('authorization'), asked[0]?.headers.get('accept')]).toEqual([
      'http://site/api/v1/audit/export?from=2021-12-28',
      'Bearer good',
      '*/*',
    ])
  })

  test('that is refused, or breaks off, is an error and no file', async () => {
    const { api } = clientOf(() => problem(403, { code: 'forbidden' }))
    expect(await failure(api.download('/x'))).toMatchObject({ code: 'forbidden', status: 403 })
    const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError('cut')) })
    const { api: cut } = clientOf(() => new Response(broken))
    expect(await failure(cut.download('/x'))).toMatchObject({ code: 'network', status: 0 })
  })
})

describe('an answer that is no success', () => {
  test('says how long to wait, when that was said in seconds', async () => {
    const busy = (retryAfter: string) =>
      clientOf(() => {
        const answer = problem(429, { code: 'too_many_requests' })
        answer.headers.set('retry-after', retryAfter)
        return answer
      })
    expect(await failure(busy('42').api.get('/x'))).toMatchObject({ status: 429, retryAfter: 42 })
    expect(await failure(busy('Wed, 21 Oct 2026 07:28:00 GMT').api.get('/x'))).toMatchObject({ status: 429, retryAfter: null })
  })

  test('becomes an error with the code, the fields and what stands now', async () => {
    const current = { version: 3, changedBy: 'Lan', changedAt: 'x', fields: ['title'] }
    const errors = [{ in: 'body', pointer: '/title', code: 'x', message: 'y' }]
    const { api } = clientOf(() => problem(412, { code: 'version_stale', current, errors }))
    expect(await failure(api.get('/x'))).toMatchObject({ code: 'version_stale', status: 412, current, errors, requestId: 'r-1' })
  })

  test('that the API does not give is unexpected, not a crash', async () => {
    const { api } = clientOf(() => new Response('<html>Bad gateway</html>', { status: 502, headers: { 'content-type': 'text/html' } }))
    expect(await failure(api.get('/x'))).toMatchObject({ code: 'unexpected', status: 502 })
  })

  test('no answer is a network error; an aborted request rejects with the reason of its signal', async () => {
    const { api } = clientOf(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(await failure(api.get('/x'))).toMatchObject({ code: 'network', status: 0 })
    const signal = AbortSignal.abort(new Error('left'))
    const { api: aborted } = clientOf(() => signal.throwIfAborted() ?? Response.json({}))
    expect(await failure(aborted.get('/x', { signal }))).toMatchObject({ message: 'left' })
  })
})

describe('a signed-in person', () => {
  test('sends the token, and after a 401 once more with a renewed one', async () => {
    let token = 'old'
    const renew = vi.fn(async () => {
      token = 'new'
      return true
    })
    const { api, asked } = clientOf(
      (request) => (request.headers.get('authorization') === 'Bearer new' ? Response.json(1) : problem(401, { code: 'session_ended' })),
      { bearer: { ...nobody, token: async () => token, renew } },
    )
    expect(await api.send('POST', '/x', { body: { a: 1 } })).toBe(1)
    expect(asked.map((request) => request.headers.get('authorization'))).toEqual(['Bearer old', 'Bearer new'])
    expect(await asked[1]?.json()).toEqual({ a: 1 })
  })

  test('is not asked for ever: a second 401 is the answer', async () => {
    const { api, asked } = clientOf(() => problem(401, { code: 'session_ended' }), {
      bearer: { ...nobody, token: async () => 'dead', renew: async () => true },
    })
    expect(await failure(api.get('/x'))).toMatchObject({ code: 'session_ended', status: 401 })
    expect(asked).toHaveLength(2)
  })

  test('is not made known at the door: what is asked there has no token, and its 401 is the answer', async () => {
    const { api, asked } = clientOf(() => problem(401, { code: 'unauthorized' }), {
      bearer: { ...nobody, token: async () => 'good', renew: async () => true },
    })
    expect(await failure(api.get('/x', { anonymous: true }))).toMatchObject({ status: 401 })
    expect(asked.map((request) => request.headers.get('authorization'))).toEqual([null])
  })
})

describe('a person who is asked for a second factor first', () => {
  const refusal = () => problem(403, { code: 'second_factor_required' })

  test('sends what was refused again when it is on, once', async () => {
    let isOn = false
    const secondFactor = vi.fn(async () => {
      isOn = true
      return true
    })
    const { api, asked } = clientOf(() => (isOn ? Response.json('done') : refusal()), { bearer: { ...nobody, secondFactor } })
    expect(await api.send('POST', '/x', { body: { a: 1 } })).toBe('done')
    expect(await Promise.all(asked.map((request) => request.json()))).toEqual([{ a: 1 }, { a: 1 }])
    const { api: stubborn, asked: twice } = clientOf(refusal, { bearer: { ...nobody, secondFactor } })
    expect(await failure(stubborn.get('/x'))).toMatchObject({ code: 'second_factor_required', status: 403 })
    expect(twice).toHaveLength(2)
  })

  test('is told so when he will not, and any other refusal asks for nothing', async () => {
    const secondFactor = vi.fn(async () => false)
    const { api } = clientOf(({ url }) => (url.endsWith('/x') ? refusal() : problem(403, { code: 'forbidden' })), {
      bearer: { ...nobody, secondFactor },
    })
    expect(await failure(api.get('/y'))).toMatchObject({ code: 'forbidden' })
    expect(secondFactor).not.toHaveBeenCalled()
    expect(await failure(api.get('/x', { quiet: true }))).toMatchObject({ code: 'second_factor_required' })
    expect(secondFactor).toHaveBeenCalledWith(true)
  })
})

describe('a file that is sent', () => {
  const file = new File(['x'], 'ảnh.png', { type: 'image/png' })

  test('goes as the only field of a form, again with a fresh token, and its progress is told', async () => {
    const sent: { url: string; token: string | undefined; form: [string, FormDataEntryValue][] }[] = []
    const sendForm: SendForm = async (url, { headers, body, onProgress }) => {
      sent.push({ url, token: headers.authorization, form: [...body.entries()] })
      onProgress?.(0.5)
      return sent.length === 1 ? problem(401, { code: 'unauthorized' }) : Response.json({ id: 'm1' }, { status: 201 })
    }
    const bearer: Bearer = { ...nobody, token: async () => (sent.length === 0 ? 'old' : 'new'), renew: async () => true }
    const told: number[] = []
    const onProgress = (part: number) => void told.push(part)
    const answer = await createApiClient({ sendForm, bearer }).upload('/editorial/media', file, { query: { unitId: 'u1' }, onProgress })
    const form = [['file', file]]
    expect([answer, told]).toEqual([{ id: 'm1' }, [0.5, 0.5]])
    expect(sent).toEqual(['old', 'new'].map((each) => ({ url: '/api/v1/editorial/media?unitId=u1', token: `Bearer ${each}`, form })))
  })

  test('is refused by a code, or fails by the network', async () => {
    const refused = createApiClient({ sendForm: async () => problem(413, { code: 'file_too_large' }) })
    expect(await failure(refused.upload('/editorial/media', file))).toMatchObject({ code: 'file_too_large', status: 413 })
    const offline = createApiClient({ sendForm: async () => Promise.reject(new TypeError()) })
    expect(await failure(offline.upload('/editorial/media', file))).toMatchObject({ code: 'network', status: 0 })
  })
})
