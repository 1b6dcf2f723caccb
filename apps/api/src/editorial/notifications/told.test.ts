import type { NotificationSettings } from '@bantin/shared/notifications'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { send } from '../../../test/factories.ts'
import { takeJobs } from '../../../test/mails.ts'
import { tellBy } from '../../../test/notifications.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp, testConfig } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { openChatUrl, sealChatUrl } from './chat-url.ts'

let it: TestApp
let person: SignedInForTest
beforeAll(async () => {
  it = await createTestApp({ outgoingHosts: ['chat.noi-bo:8065'] })
})
afterAll(() => it.close())
beforeEach(async () => {
  person = await signIn(it, 'reporter')
})

const path = '/notifications/settings'
const settings = async (): Promise<NotificationSettings> => (await send(it, person, 'GET', path)).json()
const change = (patch: object, version?: number, headers = {}) => send(it, person, 'PATCH', path, patch, version, headers)
const secretUrl = 'https://chat.example.vn/hooks/bi-mat-cua-phong'

describe('how a person is told', () => {
  test('is at first all of it at the desk, and by mail each morning', async () => {
    const answer = await unchanged(it, () => send(it, person, 'GET', path))
    expect([answer.statusCode, answer.headers.etag]).toEqual([200, '"1"'])
    expect(answer.json()).toEqual({ mail: 'daily', muted: [], chatHost: null, canMail: false, version: 1 })
  })

  test('is changed field by field, as the next version, and noted in the audit log without what it was changed to', async () => {
    const first = await change({ mail: 'at_once', muted: ['published'] }, 1)
    expect([first.statusCode, first.headers.etag]).toEqual([200, '"2"'])
    expect(first.json()).toEqual({ mail: 'at_once', muted: ['published'], chatHost: null, canMail: false, version: 2 })
    expect((await change({ chatUrl: secretUrl }, 2)).json()).toMatchObject({ mail: 'at_once', chatHost: 'chat.example.vn', version: 3 })
    expect((await change({ chatUrl: null }, 3)).json()).toMatchObject({ chatHost: null, version: 4 })
    const { rows } = await it.database.db.execute(
      sql`SELECT action, fields, detail FROM audit_log WHERE actor_id = ${person.userId} AND entity_id = ${person.userId} ORDER BY id`,
    )
    expect(rows).toEqual([
      { action: 'user.notifications', fields: ['mail', 'muted'], detail: null },
      { action: 'user.notifications', fields: ['chatUrl'], detail: null },
      { action: 'user.notifications', fields: ['chatUrl'], detail: null },
    ])
  })

  test('stays as it is when it is so already', async () => {
    await change({ mail: 'off', muted: ['held', 'approved'], chatUrl: secretUrl }, 1)
    const again = await unchanged(it, () => change({ mail: 'off', muted: ['approved', 'held'], chatUrl: secretUrl }, 2))
    expect([again.statusCode, again.json().version]).toEqual([200, 2])
  })

  test('is not lost when a digest is claimed before anything was set', async () => {
    await it.database.db.execute(sql`INSERT INTO notification_settings (user_id, digested_on) VALUES (${person.userId}, '2026-11-28')`)
    expect(await settings()).toMatchObject({ mail: 'daily', version: 1 })
    expect((await change({ mail: 'off' }, 1)).statusCode).toBe(200)
  })

  test('is changed once by a request that is sent again', async () => {
    const [first, again] = [
      await change({ mail: 'off' }, 1, { 'idempotency-key': 'k1' }),
      await change({ mail: 'off' }, 1, { 'idempotency-key': 'k1' }),
    ]
    expect([first.statusCode, again.statusCode, again.body]).toEqual([200, 200, first.body])
  })
})

describe('the address of a chat', () => {
  test('is in no answer and in no row as it is', async () => {
    const answers = [await change({ chatUrl: secretUrl }, 1, { 'idempotency-key': 'k2' }), await send(it, person, 'GET', path)]
    answers.push(await change({ chatUrl: secretUrl, mail: 'off' }, 1))
    for (const { body } of answers) expect(body).not.toContain('bi-mat')
    for (const table of ['notification_settings', 'audit_log', 'idempotency_keys', 'graphile_worker._private_jobs']) {
      const { rows } = await it.database.db.execute<{ all: string }>(
        sql.raw(`SELECT coalesce(string_agg(t::text, ' '), '') AS all FROM ${table} t`),
      )
      for (const text of ['bi-mat', Buffer.from('bi-mat').toString('hex')]) expect(rows[0]?.all).not.toContain(text)
    }
  })

  test('opens only in its person’s row, with the secrets of now', () => {
    const [one, other] = ['a secret of the tests, 32 characters or more', 'another secret of the tests, 32 characters'] as const
    const sealed = sealChatUrl([one], 'a', secretUrl)
    expect(openChatUrl([other, one], 'a', sealed)?.href).toBe(secretUrl)
    expect([openChatUrl([one], 'b', sealed), openChatUrl([other], 'a', sealed), openChatUrl([one], 'a', null)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test('is taken when its host is one’s own network by the configuration', async () => {
    expect((await change({ chatUrl: 'http://chat.noi-bo:8065/hooks/x' }, 1)).json()).toMatchObject({ chatHost: 'chat.noi-bo:8065' })
  })

  test.each([
    ['this machine', 'http://127.0.0.1/hooks'],
    ['this machine in other numbers', 'http://0x7f.1/hooks'],
    ['the metadata of a cloud', 'http://169.254.169.254/latest'],
    ['a private network', 'https://[fd00::1]/hooks'],
    ['another port', 'https://chat.example.vn:6379/hooks'],
    ['another port of one’s own network', 'http://chat.noi-bo:6379/hooks'],
    ['a password', 'https://:password@chat.example.vn/hooks'],
    ['another scheme', 'ftp://chat.example.vn/hooks'],
    ['a script', 'javascript:alert(1)'],
    ['a space', 'https://chat.example.vn/a b'],
    ['nothing that can be read', 'https://[/hooks'],
    ['too much', `https://chat.example.vn/${'a'.repeat(1000)}`],
  ])('is refused when it is %s, whatever version was read', async (_what, chatUrl) => {
    expect((await change({ chatUrl }, 7)).statusCode).toBe(400)
    const refused = await unchanged(it, () => change({ chatUrl }, 1))
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'invalid_request'])
    expect(refused.json().errors[0]).toMatchObject({ in: 'body', pointer: '/chatUrl' })
  })
})

describe('a change that is refused changes nothing', () => {
  test.each([
    ['without the version that was read', { mail: 'off' }, undefined, 428, 'version_required'],
    ['with another version', { mail: 'off' }, 7, 412, 'version_stale'],
    ['of a mail time that is none', { mail: 'hourly' }, 1, 400, 'invalid_request'],
    ['of a kind that is none', { muted: ['deleted'] }, 1, 400, 'invalid_request'],
    ['of a kind twice', { muted: ['held', 'held'] }, 1, 400, 'invalid_request'],
    ['of somebody else', { userId: '00000000-0000-7000-8000-000000000000' }, 1, 400, 'invalid_request'],
    ['of its version', { version: 9 }, 1, 400, 'invalid_request'],
    ['of when the digest was made', { digestedOn: '2020-01-01' }, 1, 400, 'invalid_request'],
    ['of what the server can', { canMail: true }, 1, 400, 'invalid_request'],
  ])('%s', async (_what, patch, version, status, code) => {
    const refused = await unchanged(it, () => change(patch, version))
    expect([refused.statusCode, refused.json().code]).toEqual([status, code])
  })
})

describe('a trial', () => {
  const trial = (as = person) => send(it, as, 'POST', '/notifications/test', {})
  beforeEach(() => takeJobs(it, 'sendTrial'))

  test('is sent where the person is told, by jobs', async () => {
    const { userId } = person
    expect((await trial()).statusCode).toBe(204)
    expect(await takeJobs(it, 'sendTrial')).toEqual([{ userId, by: 'mail' }])
    await tellBy(it, person, { mail: 'off', chatUrl: sealChatUrl(testConfig.secrets, userId, secretUrl) })
    await trial()
    expect(await takeJobs(it, 'sendTrial')).toEqual([{ userId, by: 'chat' }])
    await tellBy(it, person, { mail: 'off', chatUrl: null })
    await trial()
    expect(await takeJobs(it, 'sendTrial')).toEqual([])
  })

  test('is for five times an hour; the sixth is told how long to wait and changes nothing, and nobody else is held back', async () => {
    for (let sent = 0; sent < 5; sent += 1) expect((await trial()).statusCode).toBe(204)
    const refused = await unchanged(it, () => trial())
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'too_many_requests'])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3000)
    expect(await takeJobs(it, 'sendTrial')).toHaveLength(5)
    expect((await trial(await signIn(it, 'reporter'))).statusCode).toBe(204)
  })
})
