import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { createUser } from '../../apps/api/src/accounts/users/create-user.service.ts'
import { rollUp } from '../../apps/api/src/analytics/roll-ups/roll-up.ts'
import type { Database, Db } from '../../apps/api/src/db/client.ts'
import { findSite } from '../../apps/api/src/db/find-site.ts'
import type { AppProcess } from './app-process.ts'
import { onServer, openSite, prepareServer, type Server } from './delivery-ground.ts'
import { makeFirstDump } from './first-dump.ts'
import { addArchive, addRawHits, fillRollUps } from './generated-hits.ts'

export interface ReadSite {
  database: Database
  siteId: string
  node: AppProcess
  /** Headers of an editor, for some minutes. */
  signIn(): Promise<Record<string, string>>
  rawHits: number
}

export interface ReadGround extends Pick<Server, 'folder' | 'postmaster'> {
  large: ReadSite
  small: ReadSite
  end(): Promise<void>
}

const account = { email: 'editor@example.gov.vn', password: 'a password of the bench' }

/**
 * Two sites with the same articles, read as much a day: one since so many days, one since `fewDays`. `rawDays` have hits as well, of the large
 * one twice as many as its figures say.
 */
export async function prepareReadGround(days: number, fewDays: number, rawDays: number, perDay: number): Promise<ReadGround> {
  const server = await prepareServer()
  // What is filled is vacuumed here; a worker of the server that does it during a measurement would be counted with it.
  for (const statement of ['ALTER SYSTEM SET autovacuum = off', 'SELECT pg_reload_conf()']) await onServer(server.largeUrl, statement)
  const prepare = async (url: string, since: number, raw: { days: number; perDay: number }): Promise<ReadSite> => {
    const told = stopwatch()
    const database = await openSite(url)
    const { id: siteId } = await findSite(database.db)
    const rawHits = await withoutLimits(url, async (db) => {
      await addArchive(db, siteId)
      await fillRollUps(db, siteId, since)
      told(`figures of ${since} days`)
      return await addRawHits(db, siteId, raw)
    })
    await makeFirstDump(database, server.env)
    await onServer(url, 'VACUUM ANALYZE')
    await rollUp(database.db)
    told(`${rawHits} hits`)
    await createUser(database.db, { ...account, name: 'Biên Tập Viên', role: 'editor' })
    const node = await server.startNode({ url }, { CACHE_MB: '0' })
    return { database, siteId, node, signIn: () => signIn(node.url, server.env.PUBLIC_URL), rawHits }
  }
  const [large, small] = await Promise.all([
    prepare(server.largeUrl, days, { days: Math.min(days, rawDays), perDay: perDay * 2 }),
    prepare(server.smallUrl, fewDays, { days: fewDays, perDay }),
  ])
  await onServer(server.largeUrl, 'CHECKPOINT')
  return {
    ...{ folder: server.folder, postmaster: server.postmaster, large, small },
    end: async () => {
      await Promise.all([large.database.close(), small.database.close()])
      await server.end()
    },
  }
}

/** A connection without the limits of the application's: filling a table takes longer than any of its statements. */
async function withoutLimits<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  // What is grouped fits into memory; without figures of the new tables it would be sorted.
  await client.query(
    "SET work_mem = '512MB'; SET maintenance_work_mem = '1GB'; SET enable_sort = off; SET jit = off; SET synchronous_commit = off",
  )
  try {
    return await work(drizzle({ client }))
  } finally {
    await client.end()
  }
}

async function signIn(url: string, origin: string): Promise<Record<string, string>> {
  const headers = { 'content-type': 'application/json', origin }
  const answer = await fetch(`${url}/api/v1/auth/login`, { method: 'POST', body: JSON.stringify(account), headers })
  if (!answer.ok) throw new Error(`Signing in answered ${answer.status}: ${await answer.text()}`)
  return { authorization: `Bearer ${((await answer.json()) as { accessToken: string }).accessToken}` }
}

function stopwatch(): (what: string) => void {
  let begun = performance.now()
  return (what) => {
    const now = performance.now()
    console.log(`Generating ${what}: ${Math.round((now - begun) / 1000)} s`)
    begun = now
  }
}
