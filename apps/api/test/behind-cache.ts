import { createServer } from 'node:http'
import { cachePurger } from '../src/adapters/cache-purger.ts'
import type { Jobs } from '../src/db/jobs.ts'
import type { WebBuild } from '../src/pages/web-build.ts'
import { purgeCaches, purgeChanges } from '../src/publication/purge-caches.ts'
import { purgeShown } from '../src/publication/purge-shown.ts'
import { takeJobs } from './mails.ts'
import { createTestApp } from './test-app.ts'

export const publicUrl = 'http://localhost:3000'

/** Shows on every page the newest beside it. */
const web: WebBuild = {
  clientDir: '/khong-co',
  template: '',
  desk: '',
  render: async ({ fetch }) => ({ status: 200, html: await (await fetch('/api/v1/articles?limit=6')).text() }),
}

/** An application with a cache in front of it, which is told what changes when a test says so. */
export async function openBehindCache() {
  const it = await createTestApp({ cdnPurge: 'PURGE http://127.0.0.1:1' }, { web })
  const cache = await openCache()
  const caches = () => ({ purge: cachePurger(`PURGE ${cache.url}`), publicUrl })
  const run = () => purgeCaches(it.database.db, caches())
  const jobsOf = async <N extends 'purgeChanges' | 'purgeShown'>(name: N) => (await takeJobs(it, name)) as unknown as Jobs[N][]
  /** Does all that was asked for, and what these ask for in turn; answers how often they told. */
  const runJobs = async (): Promise<number> => {
    const [again, shown] = [await jobsOf('purgeChanges'), await jobsOf('purgeShown')]
    for (const payload of again) await purgeChanges(it.database.db, caches(), payload)
    for (const payload of shown) await purgeShown(it.database.db, caches(), payload, AbortSignal.timeout(60_000))
    return again.length + shown.length === 0 ? 0 : again.length + shown.length + (await runJobs())
  }
  /** As if it had been told of everything so far, and nothing waited. */
  const begin = async (): Promise<void> => {
    Object.assign(cache, { asked: [], hosts: new Set(), status: 200 })
    await it.database.db.execute('DELETE FROM cache_purges')
    await run()
    for (const name of ['purgeChanges', 'purgeShown']) await takeJobs(it, name)
  }
  const close = async (): Promise<void> => {
    await it.close()
    cache.close()
  }
  return { it, cache, caches, run, jobsOf, runJobs, begin, close }
}

/** What it was asked, and what it answers. */
async function openCache() {
  const server = createServer(({ method, url, headers }, answer) => {
    cache.asked.push(`${method} ${url}`)
    cache.hosts.add(headers.host)
    answer.writeHead(cache.status).end()
  })
  const cache = { asked: [] as string[], hosts: new Set<string | undefined>(), status: 200, url: '', close: () => server.close() }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cache.url = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  return cache
}

/** Where an article is answered by itself. */
export const answersOf = ({ id, slug }: { id: string; slug: string }) => [`/api/v1/articles/${id}`, `/api/v1/articles/${slug}`]

export const asPurges = (paths: string[]) => paths.map((path) => `PURGE ${path}`).sort()
