import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { webhookHeaders } from '../../../apps/api/src/editorial/webhooks/signature.ts'
import { nextHead as nextHeadOfPortal } from '../../../apps/api/src/publication/changes.ts'
import { emptyHead, nextHead, verifyEdition } from './verify-edition.ts'
import { verifyWebhook, WebhookRefusedError } from './verify-webhook.ts'

describe('a message', () => {
  const bytes = Buffer.from('mười hai byte bí mật')
  const secret = `whsec_${bytes.toString('base64')}`
  const other = `whsec_${Buffer.from('bí mật khác').toString('base64')}`
  const body = '{"type":"article.correction","timestamp":"2026-11-27T06:00:00.000+07:00","data":{"seq":1}}'
  const now = 1_795_734_000_000
  const headers = webhookHeaders({ id: 'm1', timestamp: now / 1000, body }, [bytes])

  test('that the portal signed is read, with whatever holds its headers and its bytes', async () => {
    const read = { id: 'm1', type: 'article.correction', timestamp: '2026-11-27T06:00:00.000+07:00', data: { seq: 1 } }
    expect(await verifyWebhook({ secret, headers, body, now })).toEqual(read)
    expect(await verifyWebhook({ secret, headers: new Headers(headers), body: Buffer.from(body), now })).toEqual(read)
    const raised = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), [value]]))
    expect(await verifyWebhook({ secret: [other, secret], headers: raised, body, now })).toEqual(read)
  })

  test('is taken from the specification’s own example', async () => {
    const signed = {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,bm9ldHUjKzFob2VudXRob2VodWUzMjRvdWVvdW9ldQo= v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    }
    const given = { secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', headers: signed, body: '{"test": 2432232314}' }
    expect(await verifyWebhook({ ...given, now: 1_614_265_330_000 })).toMatchObject({ test: 2_432_232_314 })
  })

  test.each<[string, object]>([
    ['with another secret', { secret: other }],
    ['with one byte changed', { body: body.replace('1}', '2}') }],
    ['more than five minutes old', { now: now + 301_000 }],
    ['more than five minutes ahead', { now: now - 301_000 }],
    ['with another id', { headers: { ...headers, 'webhook-id': 'm2' } }],
    ['without a signature', { headers: { ...headers, 'webhook-signature': undefined } }],
    ['with a signature that is none', { headers: { ...headers, 'webhook-signature': 'v1,%% v2,AAAA' } }],
    ['with a time that is none', { headers: { ...headers, 'webhook-timestamp': 'now' } }],
  ])('%s is refused', async (_case, changed) => {
    await expect(verifyWebhook({ secret, headers, body, now, ...changed })).rejects.toThrow(WebhookRefusedError)
  })
})

describe('an edition', () => {
  const document = '{"article":"a","edition":2,"site":"s","title":"Tiêu đề"}'
  const hash = createHash('sha256').update(document).digest('hex')
  const row = { seq: 7, site: 's', article: 'a', edition: 2, hash }
  const previous = createHash('sha256').update('trước').digest('hex')
  const log = { seq: 7, previousHead: `sha256:${previous}`, head: `sha256:${nextHeadOfPortal(previous, row)}` }

  test('is proven by its hash and by the log, as the portal makes them', async () => {
    expect(await verifyEdition({ document, hash: `sha256:${hash}`, log })).toMatchObject({ title: 'Tiêu đề' })
    expect(await verifyEdition({ document: Buffer.from(document), hash })).toMatchObject({ edition: 2 })
    expect(await nextHead(emptyHead, row)).toBe(`sha256:${nextHeadOfPortal('0'.repeat(64), row)}`)
  })

  test('of which one letter, its hash, its place or a head is another one is refused', async () => {
    await expect(verifyEdition({ document: document.replace('T', 't'), hash })).rejects.toThrow('another hash')
    await expect(verifyEdition({ document, hash: previous })).rejects.toThrow('another hash')
    await expect(verifyEdition({ document, hash, log: { ...log, seq: 8 } })).rejects.toThrow('another head')
    await expect(verifyEdition({ document, hash, log: { ...log, previousHead: emptyHead } })).rejects.toThrow('another head')
    await expect(verifyEdition({ document, hash, log: { ...log, head: emptyHead } })).rejects.toThrow('another head')
  })
})
