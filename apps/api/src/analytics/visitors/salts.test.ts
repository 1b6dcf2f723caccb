import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts'
import { type Database, openDatabase } from '../../db/client.ts'
import { ensureSite } from '../../db/ensure-site.ts'
import { deleteOldSalts } from './salts.repository.ts'
import { createSalts } from './salts.ts'
import { visitorHash } from './visitor.ts'

const [oldSecret, newSecret] = ['the secret of last year, long enough', 'the secret of this year, long enough']

let own: TestDatabase
let database: Database
beforeAll(async () => {
  own = await createTestDatabase()
  database = await openDatabase({
    url: own.url,
    onError: (error) => {
      throw error
    },
  })
  await ensureSite(database.db, { host: 'localhost', timeZone: 'Asia/Ho_Chi_Minh' })
})
afterAll(async () => {
  await database.close()
  await own.drop()
})

/** The day's salt as a node that just started knows it. */
async function saltOf(day: string, secrets: [string, ...string[]] = [oldSecret]): Promise<Buffer> {
  const salt = (await createSalts(secrets).of(database.db, [day])).get(day)
  if (!salt) throw new Error('no salt')
  return salt
}

describe('the salt of a day', () => {
  test('is made once, whichever node comes first', async () => {
    const salts = await Promise.all(Array.from({ length: 8 }, () => saltOf('2026-11-01')))
    expect(new Set(salts.map((salt) => salt.toString('hex'))).size).toBe(1)
    expect(salts[0]).toHaveLength(32)
    expect(await saltOf('2026-11-02')).not.toEqual(salts[0])
  })

  test('is stored sealed, and opens on its own day only', async () => {
    const salt = await saltOf('2026-11-03')
    const { rows } = await database.db.execute<{ salt: Buffer }>(sql`SELECT salt FROM visitor_salts WHERE local_day = '2026-11-03'`)
    expect(rows[0]?.salt.includes(salt)).toBe(false)
    await database.db.execute(sql`INSERT INTO visitor_salts SELECT '2026-11-04', salt FROM visitor_salts WHERE local_day = '2026-11-03'`)
    expect(await saltOf('2026-11-04')).not.toEqual(salt)
  })

  test('survives a change of secrets while the old one is still listed, and is made anew when it is not', async () => {
    const salt = await saltOf('2026-11-05', [oldSecret])
    expect(await saltOf('2026-11-05', [newSecret, oldSecret])).toEqual(salt)
    const fresh = await saltOf('2026-11-05', [newSecret])
    expect(fresh).not.toEqual(salt)
    expect(await saltOf('2026-11-05', [newSecret])).toEqual(fresh)
  })

  test('is deleted an hour after the local day ends, not before', async () => {
    const days = async () =>
      (await database.db.execute<{ day: string }>(sql`SELECT local_day AS day FROM visitor_salts ORDER BY 1`)).rows.map(({ day }) => day)
    await saltOf('2026-11-22')
    await saltOf('2026-11-23')
    await deleteOldSalts(database.db, new Date('2026-11-22T17:59:59Z'))
    expect(await days()).toEqual(['2026-11-22', '2026-11-23'])
    await deleteOldSalts(database.db, new Date('2026-11-22T18:00:00Z'))
    expect(await days()).toEqual(['2026-11-23'])
  })
})

test('a visitor is 16 bytes that depend on salt, site, address and user agent, each in its place', () => {
  const salt = Buffer.alloc(32, 1)
  const base = visitorHash(salt, 'site', { address: '203.0.113.1', userAgent: 'a' })
  expect(base).toMatch(/^\\x[0-9a-f]{32}$/)
  expect(visitorHash(salt, 'site', { address: '203.0.113.1', userAgent: 'a' })).toEqual(base)
  const others = [
    visitorHash(Buffer.alloc(32, 2), 'site', { address: '203.0.113.1', userAgent: 'a' }),
    visitorHash(salt, 'other', { address: '203.0.113.1', userAgent: 'a' }),
    visitorHash(salt, 'site', { address: '203.0.113.1a', userAgent: '' }),
  ]
  for (const other of others) expect(other).not.toEqual(base)
})
