import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { createTestDatabase } from '../../test/test-database.ts'
import { migrate } from './migrate.ts'

const files = {
  '0001_units.sql': 'CREATE TABLE units (id int)',
  '0002_names.sql': 'SELECT pg_sleep(0.2); INSERT INTO units VALUES (1)',
}

test('each file is applied once, by name, and a second run applies none', async () => {
  const { url, query } = await emptyDatabase()
  const folder = folderWith(files)
  expect(await migrate(url, { folder })).toEqual(['0001_units.sql', '0002_names.sql'])
  expect(await migrate(url, { folder })).toEqual([])
  expect(await query('SELECT count(*)::int AS n FROM units')).toEqual([{ n: 1 }])
})

test('of two migrating at once one waits, both succeed and each file is applied once', async () => {
  const { url, query } = await emptyDatabase()
  const folder = folderWith(files)
  const applied = await Promise.all([migrate(url, { folder }), migrate(url, { folder })])
  expect(applied.flat().sort()).toEqual(['0001_units.sql', '0002_names.sql'])
  expect(await query('SELECT count(*)::int AS n FROM units')).toEqual([{ n: 1 }])
})

test('a failing file is undone as a whole, named in one line, and applied once it is mended', async () => {
  const { url, query } = await emptyDatabase()
  const folder = folderWith({ ...files, '0003_terms.sql': 'DROP TABLE units; SELECT 1/0' })
  await expect(migrate(url, { folder })).rejects.toThrow(/^The database could not be migrated: .*terms.*division by zero$/)
  expect(await query('SELECT count(*)::int AS n FROM units')).toEqual([{ n: 1 }])
  put(folder, { '0003_terms.sql': 'DROP TABLE units' })
  expect(await migrate(url, { folder })).toEqual(['0003_terms.sql'])
})

test('a file changed after it was applied is refused', async () => {
  const { url } = await emptyDatabase()
  const folder = folderWith(files)
  await migrate(url, { folder })
  put(folder, { '0001_units.sql': 'CREATE TABLE units (id bigint)' })
  await expect(migrate(url, { folder })).rejects.toThrow(/^The database could not be migrated: .*0001_units\.sql.*changed/)
})

test('a missing file leaves a gap and is refused', async () => {
  const { url } = await emptyDatabase()
  const folder = folderWith({ '0001_units.sql': 'SELECT 1', '0003_terms.sql': 'SELECT 1' })
  await expect(migrate(url, { folder })).rejects.toThrow(/0003_terms\.sql/)
})

test('a file that came late, under a number already applied, is refused', async () => {
  const { url } = await emptyDatabase()
  const folder = folderWith(files)
  await migrate(url, { folder })
  put(folder, { '0002_late.sql': 'SELECT 1' })
  await expect(migrate(url, { folder })).rejects.toThrow(/non-consecutive/)
  rmSync(join(folder, '0002_names.sql'))
  await expect(migrate(url, { folder })).rejects.toThrow(/0002_late\.sql.*changed/)
})

test('a database newer than the files is refused', async () => {
  const { url } = await emptyDatabase()
  const folder = folderWith(files)
  await migrate(url, { folder })
  rmSync(join(folder, '0002_names.sql'))
  await expect(migrate(url, { folder })).rejects.toThrow('The database is newer than this Bản Tin (migration 2, known are 1)')
})

test('a database that is not UTF8 is refused before any file is applied', async () => {
  const { url, query } = await emptyDatabase()
  await query("CREATE DATABASE ascii_only TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'")
  onTestFinished(() => query('DROP DATABASE ascii_only WITH (FORCE)').then(() => undefined))
  await expect(migrate(url.replace(/[^/]*$/, 'ascii_only'), { folder: folderWith(files) })).rejects.toThrow('SQL_ASCII, not UTF8')
})

test("the drafting tool's own folder beside the files is ignored, a file with another name is refused", async () => {
  const { url } = await emptyDatabase()
  const folder = folderWith(files)
  mkdirSync(join(folder, 'meta'))
  expect(await migrate(url, { folder })).toHaveLength(2)
  put(folder, { '3_terms.sql': 'SELECT 1' })
  await expect(migrate(url, { folder })).rejects.toThrow('The migration 3_terms.sql is not named NNNN_name.sql.')
})

test('a server that cannot be reached is one line', async () => {
  await expect(migrate('postgres://nobody@127.0.0.1:1/none', { folder: folderWith(files) })).rejects.toThrow(
    /^The database [^\n]*ECONNREFUSED[^\n]*$/,
  )
})

async function emptyDatabase() {
  const database = await createTestDatabase({ empty: true })
  const pool = new pg.Pool({ connectionString: database.url, max: 1 })
  onTestFinished(async () => {
    await pool.end()
    await database.drop()
  })
  return { url: database.url, query: async (sql: string) => (await pool.query(sql)).rows }
}

function folderWith(contents: Record<string, string>): string {
  const folder = temporaryFolder()
  put(folder, contents)
  return folder
}

function put(folder: string, contents: Record<string, string>): void {
  for (const [name, sql] of Object.entries(contents)) writeFileSync(join(folder, name), sql)
}
