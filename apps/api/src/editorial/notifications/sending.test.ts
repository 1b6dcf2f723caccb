import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createDraft, createUnit } from '../../../test/factories.ts'
import { mailingParts, takeJobs } from '../../../test/mails.ts'
import { makeMoves } from '../../../test/moves.ts'
import { tellBy } from '../../../test/notifications.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp, testConfig } from '../../../test/test-app.ts'
import { OutgoingError } from '../../adapters/outgoing.ts'
import type { Jobs } from '../../db/jobs.ts'
import { sealChatUrl } from './chat-url.ts'
import { sendNotification } from './send-notification.job.ts'
import { sendTrial } from './send-trial.job.ts'

let it: TestApp
let unit: string
let editor: SignedInForTest
let reporter: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  unit = await createUnit(it)
  editor = await signIn(it, 'editor', unit)
})
afterAll(() => it.close())
beforeEach(async () => {
  reporter = await signIn(it, 'reporter', unit)
  await takeJobs(it, 'sendNotification')
})

const secretUrl = 'https://chat.example.vn/hooks/bi-mat-cua-phong'
const change = (query: string) => it.database.db.execute(sql.raw(query))
const chatOf = ({ userId }: SignedInForTest) => ({ chatUrl: sealChatUrl(testConfig.secrets, userId, secretUrl) })

/** An article that was given back to its reporter, and the jobs that tell him so. */
async function giveBack(title = 'Khởi công cầu Cái Đôi', note = 'Thiếu nguồn'): Promise<{ id: string; jobs: Jobs['sendNotification'][] }> {
  const draft = await createDraft(it, reporter, { unitId: unit, title })
  await makeMoves(it, reporter, draft, ['submit'])
  await makeMoves(it, editor, { ...draft, version: draft.version + 1 }, ['return', { note }])
  return { id: draft.id, jobs: (await takeJobs(it, 'sendNotification')) as unknown as Jobs['sendNotification'][] }
}

/** Tells the reporter at once, in the way given. */
async function prepare(by: 'mail' | 'chat', title?: string, note?: string) {
  await tellBy(it, reporter, by === 'mail' ? { mail: 'at_once' } : { mail: 'off', ...chatOf(reporter) })
  const { id, jobs } = await giveBack(title, note)
  const [job] = jobs
  if (!job || jobs.length !== 1) throw new Error('one way, one job')
  const post = vi.fn(async (_url: string, _body: unknown) => ({ status: 200 }))
  const { parts, mails, lines } = mailingParts(it, { outgoing: { post } })
  return { id, job, parts, mails, lines, post, send: () => sendNotification(parts, job) }
}

describe('a mail at once', () => {
  test('says in Vietnamese who did what to which article, what was said with it, and where to go', async () => {
    const { id, mails, send } = await prepare('mail')
    await send()
    expect(mails).toEqual([
      {
        to: `${reporter.userId}@example.test`,
        subject: 'Trả lại để sửa: Khởi công cầu Cái Đôi',
        text: `Xin chào Test reporter,

Test editor trả lại bài để sửa:

Khởi công cầu Cái Đôi
http://localhost:3000/ban-bien-tap/bai/${id}

Lời nhắn: Thiếu nguồn

-- 
Cổng thông tin
Đổi cách báo: http://localhost:3000/ban-bien-tap/thong-bao
`,
      },
    ])
  })

  test('is written in the language of its person', async () => {
    await change(`UPDATE users SET locale = 'en' WHERE id = '${reporter.userId}'`)
    const { mails, send } = await prepare('mail')
    await send()
    expect(mails[0]).toMatchObject({
      subject: 'Returned: Khởi công cầu Cái Đôi',
      text: expect.stringContaining('Test editor returned an article:'),
    })
  })

  test('is sent once, however often the job runs, and again when it was not taken', async () => {
    const { mails, parts, job, send } = await prepare('mail')
    const refusing = { ...parts, mailSender: { ...parts.mailSender, send: () => Promise.reject(new Error('full')) } }
    await expect(sendNotification(refusing, job)).rejects.toThrow('full')
    await send()
    await send()
    expect(mails).toHaveLength(1)
  })

  test('says who did it in one line, whatever the name has', async () => {
    const { mails, send } = await prepare('mail')
    await change(`UPDATE notifications SET actor_name = E'Bà Đăng\\n\\nhttps://evil.example' WHERE user_id = '${reporter.userId}'`)
    await send()
    expect(mails[0]?.text).toContain('\nBà Đăng https://evil.example trả lại bài để sửa:\n')
  })

  test('is for reading only, whatever stands in the title', async () => {
    const corpus = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '"><svg/onload=alert(1)>',
      'javascript:alert(1)',
      '&lt;b&gt;',
    ]
    for (const title of corpus) {
      const { mails, send } = await prepare('mail', title)
      await send()
      expect(mails[0]?.subject).toBe(`Trả lại để sửa: ${title}`)
      expect(mails[0]?.text).toContain(`\n${title}\n`)
      expect(Object.keys(mails[0] ?? {}).sort()).toEqual(['subject', 'text', 'to'])
    }
  })
})

describe('nothing is sent any more', () => {
  test.each([
    ['to a person who was disabled since', (id: string) => `UPDATE users SET disabled_at = now() WHERE id = '${id}'`],
    ['of a kind that was muted since', (id: string) => `UPDATE notification_settings SET muted = '{returned}' WHERE user_id = '${id}'`],
    ['of an article that the person may not read since', (id: string) => `DELETE FROM grants WHERE user_id = '${id}'`],
    ['of what was read at the desk since', (id: string) => `UPDATE notifications SET read_at = now() WHERE user_id = '${id}'`],
    ['of an article that was deleted since', (id: string) => `DELETE FROM notifications WHERE user_id = '${id}'`],
    ['that was turned off since', (id: string) => `UPDATE notification_settings SET mail = 'off', chat_url = NULL WHERE user_id = '${id}'`],
  ])('%s, by mail or in a chat', async (_what, query) => {
    for (const by of ['mail', 'chat'] as const) {
      const { mails, post, send } = await prepare(by)
      await change(query(reporter.userId))
      await send()
      expect([mails, post.mock.calls]).toEqual([[], []])
      reporter = await signIn(it, 'reporter', unit)
    }
  })
})

describe('a message in a chat', () => {
  test('goes to the address that was set, as text', async () => {
    const { id, post, send } = await prepare('chat')
    await send()
    const text = `Test editor trả lại bài để sửa: Khởi công cầu Cái Đôi\nLời nhắn: Thiếu nguồn\nhttp://localhost:3000/ban-bien-tap/bai/${id}`
    expect(post.mock.calls).toEqual([[secretUrl, JSON.stringify({ text })]])
  })

  test('calls nobody and makes no link by what stands in title or note', async () => {
    const { post, send } = await prepare(
      'chat',
      'Tin <!channel> @all [xem](https://evil.example)',
      'Gọi @channel <https://evil.example|ngân hàng>',
    )
    await send()
    expect(post).toHaveBeenCalledOnce()
    expect(JSON.stringify(post.mock.calls[0]?.[1])).not.toMatch(/[<>@[\]]/)
  })

  test('that is refused is an error for the queue to try again, which names the host alone', async () => {
    const { job, parts } = await prepare('chat')
    const answers = [
      ...[302, 408, 429, 500].map((status) => async () => ({ status })),
      () => Promise.reject(new OutgoingError('It cannot be reached.')),
    ]
    for (const post of answers) {
      const error: unknown = await sendNotification({ ...parts, outgoing: { post } }, job).catch((thrown: unknown) => thrown)
      expect(String(error)).toMatch(/^Error: The chat at chat\.example\.vn (answered \d+|was not reached\. It cannot be reached)\.$/)
    }
  })

  test.each([400, 401, 403, 404, 410])('that is refused with %s is given up, with a line that names the host alone', async (status) => {
    const { job, parts, lines } = await prepare('chat')
    await sendNotification({ ...parts, outgoing: { post: async () => ({ status }) } }, job)
    expect(lines).toEqual([`The chat at chat.example.vn answered ${status} and is not asked again.`])
  })

  test('is not sent when the secret that sealed its address is gone', async () => {
    const { job, parts, post } = await prepare('chat')
    await sendNotification({ ...parts, secrets: ['another secret of the tests, 32 characters'] }, job)
    expect(post).not.toHaveBeenCalled()
  })
})

test('a trial goes by mail or into the chat, and to nobody who cannot sign in', async () => {
  await tellBy(it, reporter, chatOf(reporter))
  const post = vi.fn(async () => ({ status: 200 }))
  const { parts, mails } = mailingParts(it, { outgoing: { post } })
  const { userId } = reporter
  for (const by of ['mail', 'chat'] as const) await sendTrial(parts, { userId, by })
  expect(mails).toMatchObject([{ to: `${userId}@example.test`, subject: expect.stringMatching(/^Thư gửi thử/) }])
  expect(post.mock.calls).toEqual([[secretUrl, expect.stringContaining('tin gửi thử')]])
  await change(`UPDATE users SET disabled_at = now() WHERE id = '${userId}'`)
  await sendTrial(parts, { userId, by: 'mail' })
  expect(mails).toHaveLength(1)
})
