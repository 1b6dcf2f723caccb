import type { Redirect } from '@bantin/shared/redirects'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createUnit, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let publisher: SignedInForTest
let kept: Redirect
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
  kept = (await send(it, publisher, 'POST', '/redirects', { fromPathQuery: '/co-roi', url: '/don-vi' })).json()
})
afterAll(() => it.close())

const unknownId = '00000000-0000-7000-8000-000000000000'

type Sent = [method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: unknown, version?: number]

const refused = async (...request: Parameters<typeof send>) => (await unchanged(it, () => send(...request))).json()

describe('every route', () => {
  const input = { fromPathQuery: '/moi', url: '/don-vi' }
  const reading = (): Sent[] => [
    ['GET', '/redirects'],
    ['GET', `/redirects/${kept.id}`],
    ['GET', '/missing-paths'],
  ]
  const changing = (): Sent[] => [
    ['POST', '/redirects', input],
    ['POST', '/redirects/import', { redirects: [input] }],
    ['PATCH', `/redirects/${kept.id}`, { url: '/the/x' }, 1],
    ['DELETE', `/redirects/${kept.id}`, undefined, 1],
  ]

  test('is closed to who has no role over the site, whatever he asks for', async () => {
    const strangers = [await signIn(it, 'reporter'), await signIn(it, 'publisher', await createUnit(it))]
    for (const stranger of strangers) {
      for (const request of [...reading(), ...changing(), ['GET', `/redirects/${unknownId}`] satisfies Sent]) {
        expect(await refused(it, stranger, ...request)).toMatchObject({ status: 403, code: 'forbidden' })
      }
    }
  })

  test('is read by editors and auditors, who may change nothing', async () => {
    for (const reader of [await signIn(it, 'editor'), await signIn(it, 'auditor')]) {
      for (const request of reading()) expect((await send(it, reader, ...request)).statusCode).toBe(200)
      for (const request of changing()) expect(await refused(it, reader, ...request)).toMatchObject({ status: 403, code: 'forbidden' })
    }
  })

  test('refuses who is not signed in', async () => {
    for (const request of [...reading(), ...changing()]) {
      expect(await refused(it, null, ...request)).toMatchObject({ status: 401, code: 'unauthorized' })
    }
  })

  test('takes no field that is the server’s', async () => {
    for (const field of [
      { id: unknownId },
      { version: 7 },
      { hits: 9 },
      { createdBy: unknownId },
      { siteId: unknownId },
      { lastHitOn: '2026-01-01' },
    ]) {
      for (const [method, path, body] of [
        ['POST', '/redirects', { ...input, ...field }],
        ['POST', '/redirects/import', { redirects: [{ ...input, ...field }] }],
        ['PATCH', `/redirects/${kept.id}`, field],
      ] as const) {
        expect(await refused(it, publisher, method, path, body, 1)).toMatchObject({ status: 400, code: 'invalid_request' })
      }
    }
  })

  test('answers for one that is not there as for any, before it asks for a version', async () => {
    for (const [method, body] of [['GET'], ['PATCH', {}], ['DELETE']] as const) {
      expect(await refused(it, publisher, method, `/redirects/${unknownId}`, body)).toMatchObject({ status: 404, code: 'not_found' })
    }
  })

  test('that changes needs the version that stands', async () => {
    for (const [method, body] of [['PATCH', { url: '/the/x' }], ['DELETE']] as const) {
      expect(await refused(it, publisher, method, `/redirects/${kept.id}`, body)).toMatchObject({ status: 428, code: 'version_required' })
      expect(await refused(it, publisher, method, `/redirects/${kept.id}`, body, 9)).toMatchObject({ status: 412, code: 'version_stale' })
    }
  })
})

test('of twenty that create the same at once one wins, the rest are told', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => send(it, publisher, 'POST', '/redirects', { fromPathQuery: '/hai-muoi', url: '/don-vi' })),
  )
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, ...Array(19).fill(409)])
})

test('of twenty that change the same version at once one wins, the rest are told', async () => {
  const { id } = (await send(it, publisher, 'POST', '/redirects', { fromPathQuery: '/cung-luc', url: '/don-vi' })).json()
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) => send(it, publisher, 'PATCH', `/redirects/${id}`, { url: `/the/${i}` }, 1)),
  )
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array(19).fill(412)])
})
