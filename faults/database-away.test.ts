import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createUser } from '../apps/api/src/accounts/users/create-user.service.ts'
import { dataFolder, runAppProcess } from '../apps/api/test/app-process.ts'
import { type Asked, ask } from '../apps/api/test/ask.ts'
import { type DatabaseLine, openDatabaseLine } from './support/database-line.ts'
import { type Ground, prepareGround } from './support/ground.ts'
import { openNewsroom } from './support/newsroom.ts'

const password = 'mật khẩu của người thử'
const stale = 'bantin; hit; stale'

interface Stage {
  ground: Ground
  line: DatabaseLine
  origin: string
  /** What readers have asked for just before. */
  warm: string[]
  held: string
}

/** A process that has answered some reads, and an article that was held after it was read. */
async function prepareStage(): Promise<Stage> {
  const ground = await prepareGround()
  const newsroom = openNewsroom(ground)
  const [shown, held] = [await newsroom.publish('Bài còn đó'), await newsroom.publish('Bài bị gỡ')]
  const line = await openDatabaseLine(ground.url)
  const env = { ROLE: 'api', DATABASE_URL: line.url, SECRET: randomBytes(36).toString('base64'), RATE_LIMIT: 'off' }
  const origin = await runAppProcess(dataFolder(), env).ready
  const warm = ['/', '/bai-viet/bai-con-do', '/api/v1/articles', `/api/v1/articles/${shown}`, '/api/v1/site', '/api/v1/changes'].map(
    (path) => origin + path,
  )
  const address = `${origin}/api/v1/articles/${held}`
  await expect.poll(async () => (await ask(address)).headers['cache-status']).toContain('bantin; hit; ttl=')
  await newsroom.hold(held)
  await expect.poll(async () => (await ask(address)).status).toBe(404)
  for (const path of warm) await expect.poll(async () => (await ask(path)).headers['cache-status'] ?? '').toContain('bantin; hit; ttl=')
  return { ground, line, origin, warm, held: address }
}

const sayWhereFrom = ({ status, headers }: Asked) => [status, headers['cache-status'], headers['cache-control']]

async function expectReadable({ warm, held, origin }: Stage): Promise<void> {
  for (const address of warm) {
    await expect.poll(async () => sayWhereFrom(await ask(address))).toEqual([200, stale, 'no-store'])
    const { bytes, headers } = await ask(address, { 'accept-encoding': 'br' })
    const known = await ask(address, { 'accept-encoding': 'br', 'if-none-match': headers.etag ?? '' })
    expect([bytes.length > 0, known.status]).toEqual([true, 304])
  }
  // What was taken away comes back in no way, and what nobody has asked for is not made up.
  const [taken, cold] = await Promise.all([ask(held), ask(`${origin}/api/v1/articles?limit=7`)])
  expect([taken.status, cold.status]).toEqual([503, 503])
}

test('with the database stopped, what was read is read on and says that it may be old; nothing is reported as saved; with it back, all is fresh', async () => {
  const stage = await prepareStage()
  const { ground, line, origin, warm } = stage
  await createUser(ground.db, { email: 'btv@example.test', name: 'Biên Tập Viên', password, role: 'publisher' })
  const signIn = () => post(`${origin}/api/v1/auth/login`, { email: 'btv@example.test', password })
  const { accessToken } = (await (await signIn()).json()) as { accessToken: string }
  const save = () =>
    post(`${origin}/api/v1/editorial/articles`, { title: 'Bài không được mất' }, { authorization: `Bearer ${accessToken}` })
  const drafts = async () => (await ground.rows('SELECT id FROM articles')).length

  const before = await drafts()
  await line.cut()
  await expectReadable(stage)
  expect([(await save()).status, (await signIn()).status]).toEqual([503, 503])
  await line.mend()
  expect(await drafts()).toBe(before)
  for (const address of warm) {
    await expect.poll(async () => (await ask(address)).headers['cache-status'] ?? '').toContain('bantin; hit; ttl=')
  }
  await expect.poll(async () => (await save()).status).toBe(201)
})

test('with a database that says nothing any more it is the same, and what changes meanwhile is shown when it is back', async () => {
  const stage = await prepareStage()
  stage.line.hang()
  await expectReadable(stage)
  await openNewsroom(stage.ground).publish('Bài đăng khi đường dây đứt')
  await stage.line.mend()
  await expect.poll(async () => String((await ask(`${stage.origin}/api/v1/articles`)).bytes)).toContain('Bài đăng khi đường dây đứt')
})

async function post(address: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  return await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
}
