import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { is, sql } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/test-app.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

const here = join(dirname(fileURLToPath(import.meta.url)), 'schema')
const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))

interface Column {
  place: string
  nullable: boolean
}

test('the described tables are those of the migrated database, column by column', async () => {
  const described = (await Promise.all(files.map((file) => import(join(here, file)))))
    .flatMap((module) => Object.values(module).filter((value) => is(value, PgTable)))
    .flatMap((table): Column[] => {
      const { schema = 'public', name, columns } = getTableConfig(table)
      return columns.map((column) => ({ place: `${schema}.${name}.${column.name}`, nullable: !column.notNull }))
    })
  const { rows } = await it.database.db.execute<{ place: string; nullable: boolean }>(sql`
    SELECT format('%s.%s.%s', n.nspname, c.relname, a.attname) AS place, NOT a.attnotnull AS nullable
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'published') AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND a.attnum > 0 AND NOT a.attisdropped AND c.relname <> 'migrations'`)
  const byPlace = (a: Column, b: Column) => a.place.localeCompare(b.place)
  expect(described.sort(byPlace)).toEqual(rows.sort(byPlace))
})

test('moments keep milliseconds only', async () => {
  const { rows } = await it.database.db.execute(sql`
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema IN ('public', 'published') AND data_type LIKE 'timestamp%'
      AND (data_type <> 'timestamp with time zone' OR datetime_precision <> 3)
      AND table_name <> 'migrations' AND is_updatable = 'YES'`)
  expect(rows).toEqual([])
})

test('what can be deleted is deleted by look-ups: an index begins with a column of each foreign key to it', async () => {
  const { rows } = await it.database.db.execute(sql`
    SELECT k.conname AS name FROM pg_constraint k
    WHERE k.contype = 'f' AND k.confrelid IN ('articles'::regclass, 'article_revisions'::regclass, 'comments'::regclass, 'media'::regclass)
      AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = k.conrelid AND i.indkey[0] = ANY (k.conkey))
    ORDER BY 1`)
  expect(rows).toEqual([])
})
