import { sql } from 'drizzle-orm'
import type { Pool } from 'pg'
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

/**
 * The hash of each table's rows, in one statement. It is asked thousands of times, and planning it takes longer than answering it: each
 * connection keeps it prepared.
 */
async function hashTables(it: TestApp): Promise<Record<string, string>> {
  const { $client } = it.database.db as unknown as { $client: Pool }
  const { rows } = await $client.query<{ name: string; hash: string }>({ name: 'hash_tables', text: await statementOf(it) })
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
}

const statements = new WeakMap<TestApp, string>()

async function statementOf(it: TestApp): Promise<string> {
  const known = statements.get(it)
  if (known) return known
  const made = (await tableNames(it)).map(hashOf).join(' UNION ALL ')
  statements.set(it, made)
  return made
}

/** The rows of partitions are in the table that they are parts of. */
async function tableNames({ database: { db } }: TestApp): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(sql`
    SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'published') AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`)
  return rows.map(({ name }) => name).filter((name) => !excepted.has(name))
}

function hashOf(name: string): string {
  return `SELECT '${name}' AS name, (SELECT md5(coalesce(string_agg(md5(t::text), '' ORDER BY t::text), '')) FROM ${name} t) AS hash`
}
