import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { createAuthor, createDraft } from '../test/factories.ts'
import { takeJobs } from '../test/mails.ts'
import { makeMoves } from '../test/moves.ts'
import { tellBy } from '../test/notifications.ts'
import { createUploaded, readMedia } from '../test/pictures.ts'
import { type SignedInForTest, signIn } from '../test/sign-in.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'
import { createTestApp, type TestApp, testConfig } from '../test/test-app.ts'
import { createPasswordLink } from './accounts/password-links/create-password-link.ts'
import type { Config } from './config.ts'
import { addJob } from './db/jobs.ts'
import { sealChatUrl } from './editorial/notifications/chat-url.ts'
import { startJobs } from './jobs.ts'

let it: TestApp
let editor: SignedInForTest
let reporter: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  editor = await signIn(it, 'editor')
})
afterAll(() => it.close())
beforeEach(async () => {
  for (const name of ['sendNotification', 'sendDigest', 'makeDigests']) await takeJobs(it, name)
  reporter = await signIn(it, 'reporter')
})

const change = async (query: string) => (await it.database.db.execute<Record<string, unknown>>(sql.raw(query))).rows

async function start(overrides: Partial<Config>, mediaStore = it.mediaStore): Promise<string[]> {
  const lines: string[] = []
  const jobs = await startJobs(
    { ...testConfig, ...overrides },
    { database: it.database, mediaStore, directUrl: it.databaseUrl, log: (line) => lines.push(line) },
  )
  onTestFinished(() => jobs.stop())
  return lines
}

function mailsIn(dataDir: string): string[] {
  const folder = join(dataDir, 'mail')
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : []
}

/** Gives an article back to its reporter. */
async function giveBack(): Promise<void> {
  const draft = await createDraft(it, reporter, { title: 'Khởi công cầu Cái Đôi' })
  await makeMoves(it, editor, draft, ['submit'], ['return', { note: 'Thiếu nguồn' }])
}

test('a mail that its server refuses is a line in the log without the address, and is sent again until it is taken', async () => {
  let refusals = 0
  const taken: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, callback) => {
      refusals += 1
      callback(refusals === 1 ? new Error('later') : undefined)
    },
    onData: (stream, { envelope: { rcptTo } }, callback) => {
      stream.resume().on('end', () => {
        taken.push(...rcptTo.map(({ address }) => address))
        callback()
      })
    },
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())))
  const lines = await start({ smtpUrl: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` })
  await tellBy(it, reporter, { mail: 'at_once' })
  await giveBack()
  await expect
    .poll(() => lines)
    .toEqual(['The job sendNotification failed, try 1 of 12: The mail server did not take a mail: EENVELOPE 550'])
  await change('UPDATE graphile_worker._private_jobs SET run_at = now()')
  await expect.poll(() => taken).toEqual([`${reporter.userId}@example.test`])
  expect(lines).toHaveLength(1)
})

test('a chat that refuses is named by its host alone, in the log and in the database, and is tried again', async () => {
  const said: string[] = []
  const chat = createServer(async (request, response) => {
    for await (const chunk of request) said.push(String(chunk))
    response.writeHead(said.length === 1 ? 500 : 200).end()
  }).listen(0)
  await once(chat, 'listening')
  onTestFinished(() => void chat.close())
  const host = `localhost:${(chat.address() as AddressInfo).port}`
  const chatUrl = `http://${host}/hooks/bi-mat-cua-phong`
  await tellBy(it, reporter, { mail: 'off', chatUrl: sealChatUrl(testConfig.secrets, reporter.userId, chatUrl) })
  const lines = await start({ outgoingHosts: [host], dataDir: temporaryFolder() })
  await giveBack()
  await expect.poll(() => lines).toEqual([`The job sendNotification failed, try 1 of 8: The chat at ${host} answered 500.`])
  await expect
    .poll(() => change('SELECT last_error FROM graphile_worker.jobs'))
    .toEqual([{ last_error: `The chat at ${host} answered 500.` }])
  await change('UPDATE graphile_worker._private_jobs SET run_at = now()')
  await expect.poll(() => said.length).toBe(2)
  expect(said[1]).toContain('Khởi công cầu Cái Đôi')
})

test('a chat that does not answer holds no mail up: the link for a new password leaves while it is silent', async () => {
  let calls = 0
  const chat = createServer(() => {
    calls += 1
  }).listen(0)
  await once(chat, 'listening')
  onTestFinished(() => {
    chat.closeAllConnections()
    chat.close()
  })
  const dataDir = temporaryFolder()
  const host = `localhost:${(chat.address() as AddressInfo).port}`
  await start({ outgoingHosts: [host], dataDir })
  const chatUrl = `http://${host}/hooks/x`
  await tellBy(it, reporter, { mail: 'off', chatUrl: sealChatUrl(testConfig.secrets, reporter.userId, chatUrl) })
  for (let times = 0; times < 3; times += 1) await giveBack()
  await expect.poll(() => calls).toBe(1)
  await createPasswordLink(it.app.db, testConfig, { userId: reporter.userId, kind: 'reset', createdBy: null })
  await expect.poll(() => mailsIn(dataDir)).toHaveLength(1)
  await expect.poll(() => change('SELECT count(*)::int AS told FROM graphile_worker.jobs')).toEqual([{ told: 3 }])
  expect(calls).toBe(1)
})

test('pictures are rendered one at a time, and keep no mail waiting', async () => {
  const ids = [await createUploaded(it), await createUploaded(it), await createUploaded(it)]
  for (const mediaId of ids) await addJob(it.app.db, 'makeRenderings', { mediaId })
  const [begun, mailed] = [new Set<string>(), Promise.withResolvers<void>()]
  const putFile = async (key: string, path: string) => {
    begun.add(key.slice(0, 36))
    await mailed.promise
    await it.mediaStore.putFile(key, path)
  }
  const dataDir = temporaryFolder()
  const lines = await start({ dataDir }, { ...it.mediaStore, putFile })
  await expect.poll(() => begun.size, { timeout: 30_000 }).toBe(1)
  await createPasswordLink(it.app.db, testConfig, { userId: reporter.userId, kind: 'reset', createdBy: null })
  await expect.poll(() => mailsIn(dataDir)).toHaveLength(1)
  expect([begun.size, lines]).toEqual([1, []])
  mailed.resolve()
  const states = async () => await Promise.all(ids.map(async (id) => (await readMedia(it, id)).rendering))
  await expect.poll(states, { timeout: 60_000 }).toEqual(['ready', 'ready', 'ready'])
})

test('three processes send a digest once', async () => {
  // A zone in which it is noon, whenever this runs.
  const ahead = 12 - new Date().getUTCHours()
  await change(`UPDATE sites SET time_zone = 'Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}'`)
  await giveBack()
  await change("UPDATE notifications SET at = now() - interval '1 day'")
  const dataDir = temporaryFolder()
  const all = await Promise.all([start({ dataDir }), start({ dataDir }), start({ dataDir })])
  for (let times = 0; times < 6; times += 1) await change("SELECT graphile_worker.add_job('makeDigests')")
  await expect.poll(() => mailsIn(dataDir)).toHaveLength(1)
  await expect.poll(() => change('SELECT 1 FROM graphile_worker.jobs')).toEqual([])
  expect([mailsIn(dataDir).length, all]).toEqual([1, [[], [], []]])
})

test('what cannot be forgotten is a line in the log, and the rest is forgotten', async () => {
  await change("SELECT graphile_worker.add_job('mailForgottenPassword', max_attempts => 1)")
  await change("UPDATE graphile_worker._private_jobs SET attempts = 1, updated_at = now() - interval '31 days'")
  await change('ALTER TABLE idempotency_keys RENAME TO elsewhere')
  onTestFinished(() => change('ALTER TABLE elsewhere RENAME TO idempotency_keys').then(() => undefined))
  const lines = await start({ dataDir: temporaryFolder() })
  await expect.poll(() => change('SELECT 1 FROM graphile_worker.jobs')).toEqual([])
  expect(lines).toEqual([expect.stringMatching(/^Forgetting answers failed: .*idempotency_keys/)])
})

test('the clock asks for digests, for the dump and for sweeping, and a job that was given up is kept for a month', async () => {
  await change("SELECT graphile_worker.add_job('mailPasswordLink', max_attempts => 1)")
  await change("SELECT graphile_worker.add_job('mailForgottenPassword', max_attempts => 1)")
  await change("UPDATE graphile_worker._private_jobs SET attempts = 1, updated_at = now() - interval '29 days'")
  const newest = '(SELECT max(id) FROM graphile_worker._private_jobs)'
  await change(`UPDATE graphile_worker._private_jobs SET updated_at = now() - interval '31 days' WHERE id = ${newest}`)
  await start({ dataDir: temporaryFolder() })
  await expect
    .poll(() => change('SELECT identifier FROM graphile_worker._private_known_crontabs ORDER BY 1'))
    .toEqual([
      { identifier: 'makeDigests' },
      { identifier: 'makeDump' },
      { identifier: 'rollUp' },
      { identifier: 'sweepMedia' },
      { identifier: 'tellNotReceived' },
    ])
  await expect.poll(() => change("SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'mailForgottenPassword'")).toEqual([])
  expect(await change('SELECT task_identifier AS task FROM graphile_worker.jobs')).toEqual([{ task: 'mailPasswordLink' }])
})

test('names that came before the start are found after it', async () => {
  await createAuthor(it, 'Lò Văn Trước')
  await start({ dataDir: temporaryFolder() })
  await expect.poll(() => change("SELECT name FROM names WHERE folded = 'lo van truoc'")).toEqual([{ name: 'Lò Văn Trước' }])
})

test('the dump that the clock asks for is made and given out', async () => {
  await start({ dataDir: temporaryFolder() })
  await addJob(it.app.db, 'makeDump', {})
  await expect.poll(async () => (await it.app.inject('/api/v1/export/articles.ndjson.gz')).statusCode).toBe(200)
})
