import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createDraft, send } from '../../../test/factories.ts'
import { mailingParts, takeJobs } from '../../../test/mails.ts'
import { tellBy } from '../../../test/notifications.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import type { Jobs } from '../../db/jobs.ts'
import { notifications } from '../../db/schema/notifications.ts'
import { forgetNotifications } from './forget-notifications.repository.ts'
import { makeDigests } from './make-digests.job.ts'
import { sendDigest } from './send-digest.job.ts'

let it: TestApp
let articleId: string
let person: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  articleId = (await createDraft(it, await signIn(it, 'editor'), { title: 'Khởi công cầu Cái Đôi' })).id
})
afterAll(() => it.close())
beforeEach(async () => {
  await change('DELETE FROM notifications')
  await takeJobs(it, 'sendDigest')
  person = await signIn(it, 'editor')
})

type Digest = Jobs['sendDigest']
const change = async (query: string) => (await it.database.db.execute<Record<string, unknown>>(sql.raw(query))).rows
const useZone = (zone: string) => change(`UPDATE sites SET time_zone = '${zone}'`)
const waiting = async (): Promise<Digest[]> => (await takeJobs(it, 'sendDigest')) as unknown as Digest[]

/** Tells the person at these moments, of the unread kind that nobody was mailed. */
async function tell(...moments: string[]): Promise<void> {
  const row = (at: string) => ({
    id: uuidv7(),
    userId: person.userId,
    kind: 'published' as const,
    articleId,
    actorName: 'Bà Đăng',
    at: new Date(at),
  })
  await it.database.db.insert(notifications).values(moments.map(row))
}

/** Whose digest is claimed at that moment. */
async function claimAt(moment: string): Promise<Digest[]> {
  await makeDigests(it.database, new Date(moment))
  return await waiting()
}

/** What reaches the person of a digest. */
async function sent(digest: Digest | undefined) {
  const { parts, mails } = mailingParts(it)
  if (digest) await sendDigest(parts, digest)
  return mails
}

describe('a digest is due', () => {
  test.each([
    ['Asia/Ho_Chi_Minh', '2026-11-28T00:00:00Z'],
    ['Europe/Berlin', '2026-03-28T06:00:00Z'],
    ['Europe/Berlin', '2026-03-29T05:00:00Z'],
    ['Europe/Berlin', '2026-10-24T05:00:00Z'],
    ['Europe/Berlin', '2026-10-25T06:00:00Z'],
    ['America/New_York', '2026-11-01T12:00:00Z'],
    ['Asia/Kathmandu', '2026-11-28T01:15:00Z'],
    ['Pacific/Kiritimati', '2026-11-27T17:00:00Z'],
  ])('in %s from 07:00 on, which is %s, and not a second before', async (zone, seven) => {
    await useZone(zone)
    await tell('2026-01-01T00:00:00Z')
    expect(await claimAt(new Date(new Date(seven).getTime() - 1000).toISOString())).toEqual([])
    expect(await claimAt(seven)).toEqual([{ userId: person.userId, before: seven }])
    await useZone('Asia/Ho_Chi_Minh')
  })

  test('once a local day: what comes later waits for the next morning', async () => {
    await tell('2026-11-27T20:00:00Z')
    const [first] = await claimAt('2026-11-28T00:05:00Z')
    expect(await sent(first)).toHaveLength(1)
    await tell('2026-11-28T02:00:00Z')
    expect([await claimAt('2026-11-28T03:00:00Z'), await claimAt('2026-11-28T16:59:00Z'), await claimAt('2026-11-28T23:59:00Z')]).toEqual([
      [],
      [],
      [],
    ])
    const [next] = await claimAt('2026-11-29T09:00:00Z')
    expect(next).toEqual({ userId: person.userId, before: '2026-11-29T00:00:00Z' })
    const [mail] = await sent(next)
    expect(mail?.text.match(/ban-bien-tap\/bai/g)).toHaveLength(1)
  })

  test('also when nobody was there at 07:00, and not for what came after it', async () => {
    await tell('2026-11-28T00:30:00Z')
    expect(await claimAt('2026-11-28T09:00:00Z')).toEqual([])
    await tell('2026-11-27T23:59:59Z')
    const [digest] = await claimAt('2026-11-28T09:00:00Z')
    const [mail] = await sent(digest)
    expect(mail?.text).toContain('06:59 ngày 28/11')
    expect(mail?.text).not.toContain('07:30 ngày 28/11')
  })

  test.each([
    ['who wants no mail', () => tellBy(it, person, { mail: 'off' })],
    ['who is mailed at once', () => tellBy(it, person, { mail: 'at_once' })],
    ['who has muted all that there is', () => tellBy(it, person, { muted: ['published'] })],
    ['who was disabled', () => change(`UPDATE users SET disabled_at = now() WHERE id = '${person.userId}'`)],
    ['who has not accepted yet', () => change(`UPDATE users SET password_hash = NULL WHERE id = '${person.userId}'`)],
    ['who has read all of it', () => change('UPDATE notifications SET read_at = now()')],
    ['who was mailed all of it', () => change('UPDATE notifications SET mailed_at = now()')],
  ])('for nobody %s', async (_who, prepare) => {
    await tell('2026-11-27T20:00:00Z')
    await prepare()
    expect(await claimAt('2026-11-28T00:05:00Z')).toEqual([])
  })

  test('once, when several processes see to it at the same time', async () => {
    await tell('2026-11-27T20:00:00Z')
    const other = await signIn(it, 'editor')
    await tellBy(it, other, { mail: 'daily' })
    await change(
      `INSERT INTO notifications (id, user_id, kind, article_id, at) SELECT gen_random_uuid(), '${other.userId}', kind, article_id, at FROM notifications`,
    )
    await Promise.all(Array.from({ length: 6 }, () => makeDigests(it.database, new Date('2026-11-28T00:05:00Z'))))
    expect((await waiting()).map(({ userId }) => userId).sort()).toEqual([person.userId, other.userId].sort())
  })
})

describe('the mail of a digest', () => {
  const morning = '2026-11-28T00:05:00Z'

  test('has all of it, newest first, and where to go', async () => {
    await tell('2026-11-27T09:30:00Z', '2026-11-27T10:05:00Z')
    await change("UPDATE notifications SET kind = 'held', actor_name = 'Ông Gỡ', note = E'Sai\nsố liệu' WHERE at < '2026-11-27T10:00:00Z'")
    const [mail] = await sent((await claimAt(morning))[0])
    const link = `http://localhost:3000/ban-bien-tap/bai/${articleId}`
    expect(mail).toMatchObject({ to: `${person.userId}@example.test`, subject: '2 việc mới ở Ban biên tập – Cổng thông tin' })
    expect(mail?.text).toContain(`Đây là những việc bạn chưa xem ở Ban biên tập:

- Đã đăng: Khởi công cầu Cái Đôi
  Bà Đăng, 17:05 ngày 27/11
  ${link}

- Tạm gỡ: Khởi công cầu Cái Đôi
  Ông Gỡ, 16:30 ngày 27/11
  Lý do: Sai số liệu
  ${link}
`)
  })

  test('has a hundred of more than a hundred, says how many more, and brings none of them again', async () => {
    await tell(...Array.from({ length: 120 }, (_, minute) => new Date(Date.UTC(2026, 10, 27, 10, minute)).toISOString()))
    await change(`UPDATE users SET locale = 'en' WHERE id = '${person.userId}'`)
    const [mail] = await sent((await claimAt(morning))[0])
    expect(mail?.subject).toMatch(/^120 notifications from the editors' desk/)
    expect([mail?.text.match(/^- /gm)?.length, mail?.text.includes('\n… and 20 more.\n')]).toEqual([100, true])
    expect(await change('SELECT count(*)::int AS n FROM notifications WHERE mailed_at IS NULL')).toEqual([{ n: 0 }])
  })

  test('leaves out what the person may not read or does not want to know by now, and is not sent when nothing is left', async () => {
    await tell('2026-11-27T10:00:00Z')
    const [digest] = await claimAt(morning)
    const changes = [
      [
        `UPDATE notification_settings SET muted = '{published}' WHERE user_id = '${person.userId}'`,
        `UPDATE notification_settings SET muted = '{}'`,
      ],
      [
        `UPDATE notification_settings SET mail = 'off' WHERE user_id = '${person.userId}'`,
        `UPDATE notification_settings SET mail = 'daily'`,
      ],
      [
        `UPDATE users SET disabled_at = now() WHERE id = '${person.userId}'`,
        `UPDATE users SET disabled_at = NULL WHERE id = '${person.userId}'`,
      ],
      ['UPDATE notifications SET read_at = now()', 'UPDATE notifications SET read_at = NULL'],
      [
        `UPDATE grants SET role = 'reporter' WHERE user_id = '${person.userId}'`,
        `UPDATE grants SET role = 'editor' WHERE user_id = '${person.userId}'`,
      ],
    ]
    for (const [there = '', back = ''] of changes) {
      await change(there)
      expect(await sent(digest)).toEqual([])
      await change(back)
    }
    expect(await sent(digest)).toHaveLength(1)
  })

  test('takes nothing along that was written while it was sent', async () => {
    await tell('2026-11-27T10:00:00Z')
    const [digest] = await claimAt(morning)
    const { parts, mails } = mailingParts(it)
    const send: typeof parts.mailSender.send = async (mail) => {
      await tell('2026-11-27T11:00:00Z')
      await parts.mailSender.send(mail)
    }
    if (!digest) throw new Error('it was claimed')
    await sendDigest({ ...parts, mailSender: { ...parts.mailSender, send } }, digest)
    expect(mails).toHaveLength(1)
    expect(await change('SELECT at FROM notifications WHERE mailed_at IS NULL')).toHaveLength(1)
  })

  test('waits as a job when the process ended after claiming it, and nobody claims it again', async () => {
    await tell('2026-11-27T10:00:00Z')
    await makeDigests(it.database, new Date(morning))
    await makeDigests(it.database, new Date('2026-11-28T00:10:00Z'))
    const left = await waiting()
    expect(left).toHaveLength(1)
    expect(await sent(left[0])).toHaveLength(1)
    expect(await sent(left[0])).toEqual([])
  })

  test('is sent once more when it was not known that it was taken, rather than not at all', async () => {
    await tell('2026-11-27T10:00:00Z')
    const [digest] = await claimAt(morning)
    const { parts, mails } = mailingParts(it)
    const dying = {
      ...parts,
      mailSender: {
        ...parts.mailSender,
        send: (mail: (typeof mails)[number]) => parts.mailSender.send(mail).then(() => Promise.reject(new Error('died'))),
      },
    }
    if (!digest) throw new Error('it was claimed')
    await expect(sendDigest(dying, digest)).rejects.toThrow('died')
    await sendDigest(parts, digest)
    expect(mails).toHaveLength(2)
  })
})

describe('who changes when mails come', () => {
  const morning = '2026-11-28T00:05:00Z'
  const mail = (to: string, version: number) => send(it, person, 'PATCH', '/notifications/settings', { mail: to }, version)

  test.each(['daily', 'at_once'])('from never to %s is mailed only what comes from then on', async (to) => {
    await tellBy(it, person, { mail: 'off' })
    await tell('2026-11-27T10:00:00Z')
    expect((await mail(to, 1)).statusCode).toBe(200)
    if (to === 'at_once') await mail('daily', 2)
    expect([await waiting(), await claimAt(morning)]).toEqual([[], []])
    await tell('2026-11-27T11:00:00Z')
    const [digest] = await claimAt(morning)
    expect(await sent(digest)).toMatchObject([{ subject: expect.stringMatching(/^1 việc mới/) }])
  })

  test('from daily to at once gets what waited for the morning in one mail, and not again', async () => {
    await tell('2026-11-20T10:00:00Z', '2026-11-20T11:00:00Z')
    expect((await mail('at_once', 1)).statusCode).toBe(200)
    const [digest, ...more] = await waiting()
    expect(more).toEqual([])
    expect(await sent(digest)).toMatchObject([{ subject: expect.stringMatching(/^2 việc mới/) }])
    expect(await sent(digest)).toEqual([])
  })

  test('from daily to never is mailed nothing more', async () => {
    await tell('2026-11-20T10:00:00Z')
    await mail('off', 1)
    expect([await waiting(), await claimAt(morning)]).toEqual([[], []])
  })
})

test('what was read 90 days ago and all of more than a year is forgotten', async () => {
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
  await tell(ago(0), ago(100), ago(364), ago(366), ago(400))
  await change(
    `UPDATE notifications SET read_at = now() - interval '91 days' WHERE at < now() - interval '99 days' AND at > now() - interval '101 days'`,
  )
  await change(
    `UPDATE notifications SET read_at = now() - interval '89 days' WHERE at < now() - interval '300 days' AND at > now() - interval '365 days'`,
  )
  expect(await forgetNotifications(it.database.db)).toBe(3)
  const left = await change('SELECT round(extract(epoch FROM now() - at) / 86400)::int AS days FROM notifications ORDER BY at')
  expect(left).toEqual([{ days: 364 }, { days: 0 }])
})
