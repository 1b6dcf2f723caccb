import { createUser } from '../../apps/api/src/accounts/users/create-user.service.ts'
import { rollUp } from '../../apps/api/src/analytics/roll-ups/roll-up.ts'
import type { Database } from '../../apps/api/src/db/client.ts'
import { findSite } from '../../apps/api/src/db/find-site.ts'
import type { AppProcess } from './app-process.ts'
import { onServer, openSite, prepareServer, type Server } from './delivery-ground.ts'
import { addArchive, addRawHits, fillRollUps } from './generated-hits.ts'

export interface ReadSite {
  database: Database
  siteId: string
  /** Of an editor. */
  node: AppProcess
  headers: Record<string, string>
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
  const prepare = async (url: string, since: number, raw: { days: number; perDay: number }): Promise<ReadSite> => {
    const told = stopwatch()
    const database = await openSite(url)
    const { db } = database
    const { id: siteId } = await findSite(db)
    await addArchive(db, siteId)
    await fillRollUps(db, siteId, since)
    told(`figures of ${since} days`)
    const rawHits = await addRawHits(db, siteId, raw)
    await onServer(url, 'VACUUM ANALYZE')
    await rollUp(db)
    told(`${rawHits} hits`)
    await createUser(db, { ...account, name: 'Biên Tập Viên', role: 'editor' })
    const node = await server.startNode({ url }, { CACHE_MB: '0' })
    return { database, siteId, node, headers: await signIn(node.url, server.env.PUBLIC_URL ?? ''), rawHits }
  }
  const large = await prepare(server.largeUrl, days, { days: Math.min(days, rawDays), perDay: perDay * 2 })
  const small = await prepare(server.smallUrl, fewDays, { days: fewDays, perDay })
  return {
    ...{ folder: server.folder, postmaster: server.postmaster, large, small },
    end: async () => {
      await Promise.all([large.database.close(), small.database.close()])
      await server.end()
    },
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
