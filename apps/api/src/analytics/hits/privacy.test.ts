import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newReader, sendHit, storedHits, type TestReader } from '../../../test/hits.ts'
import { createTestApp, type TestApp, testConfig } from '../../../test/test-app.ts'
import { buildApp } from '../../app.ts'
import { unseal } from '../../lib/seal.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

const address = '203.0.113.77'
const secretWord = 'TellTaleBrowser'

/** What a dump of the database holds: every row of every table as text, bytes also as the letters they may stand for. */
async function dump(): Promise<string> {
  const { db } = it.database
  const tables = await db.execute<{ name: string }>(sql`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`)
  const texts: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await db.execute<{ text: string }>(sql.raw(`SELECT t::text AS text FROM ${name} t`))
    texts.push(...rows.map(({ text }) => text))
  }
  const all = texts.join('\n')
  const bytes = [...all.matchAll(/\\x([0-9a-f]+)/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1'))
  return [all, ...bytes].join('\n')
}

/** The salts of the days that hits were written on, as this application opens them. */
async function saltsInClear(): Promise<string[]> {
  const { rows } = await it.database.db.execute<{ day: string; salt: Buffer }>(sql`SELECT local_day AS day, salt FROM visitor_salts`)
  return rows.map(({ day, salt }) => {
    const opened = unseal(salt, { secrets: testConfig.secrets, label: 'visitor-salt', context: day })
    return opened?.toString('hex') ?? 'a salt that cannot be opened'
  })
}

function formsOf(hex: string): string[] {
  const bytes = Buffer.from(hex, 'hex')
  return [hex, bytes.toString('latin1'), bytes.toString('base64'), bytes.toString('base64url')]
}

describe('address, user agent and salt of a reader', () => {
  test('stand in no table and in no line of the log, also when a request fails', async () => {
    const lines: string[] = []
    const logger = { level: 'trace', stream: { write: (line: string) => void lines.push(line) } }
    const countryOf = () => 'VN'
    const app = await buildApp({ config: testConfig, database: it.database, mediaStore: it.mediaStore, countryOf, logger })
    const reader = newReader({ userAgent: `Mozilla/5.0 (X11; Linux x86_64) ${secretWord}/1.0`, address })
    const { id } = await sendHit(app, reader)
    const heartbeat = { method: 'POST', url: '/api/v1/analytics/heartbeats', remoteAddress: address, body: {} } as const
    expect((await app.inject({ ...heartbeat, headers: { 'user-agent': reader.userAgent } })).statusCode).toBe(204)
    expect((await sendHit(app, reader, { ip: address })).status).toBe(400)
    await it.database.db.execute(sql`ALTER TABLE presence RENAME TO presence_away`)
    expect((await sendHit(app, reader)).status).toBe(500)
    await it.database.db.execute(sql`ALTER TABLE presence_away RENAME TO presence`)
    await app.close()

    const dumped = await dump()
    const [hit] = await storedHits(it, id)
    expect(dumped).toContain(id)
    expect(hit?.country).toBe('VN')
    const salts = await saltsInClear()
    expect(salts.map((salt) => salt.length)).toContain(64)
    expect(lines.some((line) => line.includes('hits could not be written') && line.includes('does not exist'))).toBe(true)
    for (const text of [dumped, lines.join('\n')]) {
      expect(text).not.toContain(address)
      expect(text).not.toContain(secretWord)
      for (const salt of salts) for (const form of formsOf(salt)) expect(text).not.toContain(form)
    }
    expect(lines.join('\n')).not.toContain(hit?.visitor?.toString('hex'))
  })

  test('are taken from the socket: invented address headers change nothing', async () => {
    const visitorOf = async (reader: TestReader) => {
      const { id } = await sendHit(it.app, reader)
      return (await storedHits(it, id))[0]?.visitor
    }
    const { userAgent } = newReader()
    const visitor = await visitorOf({ userAgent, address })
    for (const header of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'cf-connecting-ip', 'true-client-ip']) {
      expect(await visitorOf({ userAgent, address, headers: { [header]: '198.51.100.1' } })).toEqual(visitor)
    }
    expect(await visitorOf({ userAgent, address: '203.0.113.78' })).not.toEqual(visitor)
    expect(await visitorOf({ userAgent: `${userAgent} other`, address })).not.toEqual(visitor)
  })

  test('are taken from X-Forwarded-For behind a trusted proxy only', async () => {
    const config = { ...testConfig, trustedProxies: ['192.0.2.0/24'] }
    const app = await buildApp({ config, database: it.database, mediaStore: it.mediaStore })
    const { userAgent } = newReader()
    const visitorOf = async (from: string, forwarded: string) => {
      const { id } = await sendHit(app, { userAgent, address: from, headers: { 'x-forwarded-for': forwarded } })
      return (await storedHits(it, id))[0]?.visitor
    }
    const behindProxy = await visitorOf('192.0.2.1', address)
    expect(await visitorOf('192.0.2.2', address)).toEqual(behindProxy)
    expect(await visitorOf('192.0.2.1', '203.0.113.78')).not.toEqual(behindProxy)
    expect(await visitorOf(address, '203.0.113.79')).toEqual(behindProxy)
    await app.close()
  })
})
