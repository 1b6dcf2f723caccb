import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { createTestDatabase } from '../../test/test-database.ts'
import { migrate } from './migrate.ts'

const own = fileURLToPath(new URL('../../migrations', import.meta.url))

test('addresses of an older system that were there before they had ids keep where they lead, and are older than every other', async () => {
  const database = await createTestDatabase({ empty: true })
  onTestFinished(database.drop)
  const folder = join(temporaryFolder(), 'migrations')
  cpSync(own, folder, { recursive: true })
  const later = readdirSync(folder).filter((name) => name.endsWith('.sql') && name >= '0006')
  for (const name of later) rmSync(join(folder, name))
  await migrate(database.url, { folder })
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query("INSERT INTO sites (id, host, name, time_zone, locales) VALUES (gen_random_uuid(), 'a.vn', 'A', 'UTC', '{vi}')")
  await client.query(
    "INSERT INTO redirects (site_id, from_path_query, url) SELECT id, '/cu/' || n, '/moi' FROM sites, generate_series(1, 3) AS n",
  )
  expect(await migrate(database.url)).toEqual(later)
  const { rows } = await client.query('SELECT id, from_path_query AS "from", url, version FROM redirects ORDER BY from_path_query')
  await client.end()
  const id = expect.stringMatching(/^00000000-0000-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(rows).toEqual([1, 2, 3].map((n) => ({ id, from: `/cu/${n}`, url: '/moi', version: 1 })))
  expect(new Set(rows.map((row) => row.id)).size).toBe(3)
})
