import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { TestApp } from './test-app.ts'

// What a refused request may leave behind.
const excepted = new Set(['public.audit_log', 'public.sessions', 'public.refresh_tokens', 'public.login_attempts', 'public.migrations'])

/** Runs the request and proves that it changed no table. */
export async function unchanged<T>(it: TestApp, request: () => Promise<T>): Promise<T> {
  const before = await hashTables(it)
  const answer = await request()
  expect(await hashTables(it)).toEqual(before)
  return answer
}

async function hashTables({ database: { db } }: TestApp): Promise<Record<string, string>> {
  const tables = await db.execute<{ name: string }>(sql`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'published') ORDER BY 1`)
  const hashes: Record<string, string> = {}
  for (const { name } of tables.rows) {
    if (excepted.has(name)) continue
    const { rows } = await db.execute<{ hash: string }>(
      sql.raw(`SELECT md5(coalesce(string_agg(md5(t::text), '' ORDER BY t::text), '')) AS hash FROM ${name} t`),
    )
    hashes[name] = rows[0]?.hash ?? ''
  }
  return hashes
}
