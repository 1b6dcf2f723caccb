import { setTimeout as pause } from 'node:timers/promises'
import { addressesOf } from './addresses.ts'
import { startApp } from './app-process.ts'
import { median } from './compare.ts'
import type { Ground } from './delivery-ground.ts'
import { atMost } from './delivery-rows.ts'
import type { LoadProcess } from './load.ts'
import type { Report } from './report.ts'
import { watchMemory } from './watch-memory.ts'

const starts = 5
/** Milliseconds that it is left alone before it counts as idle. */
const settling = 5000
const [connections, seconds] = [32, 15]

/** How soon the application is ready on a database that is there, its memory when nobody asks, and when everything is asked for. */
export async function memoryAndStarts({ env, large }: Ground, load: LoadProcess): Promise<Report['bars']> {
  const took: number[] = []
  const start = async () => {
    const app = await startApp({ ...env, ROLE: 'all', DATABASE_URL: large.url })
    took.push(app.readyAfter)
    return app
  }
  for (let time = 1; time < starts; time += 1) await (await start()).stop()
  const app = await start()
  const memory = watchMemory(app.pid)
  try {
    await pause(settling)
    memory.most()
    await pause(1000)
    const idle = memory.most().all
    const { list, articles, pages } = await addressesOf(large, 10_000)
    const paths = [list, ...articles.flatMap((path, n) => [path, pages[n] as string])]
    await load.ask({ url: app.url, paths, headers: { 'accept-encoding': 'br' }, connections, seconds })
    const loaded = memory.most().all
    return [
      atMost('start to ready', median(took) / 1000, 2, 's'),
      atMost('memory, idle', idle, 180, 'MB'),
      atMost('memory, under load', loaded, 350, 'MB'),
    ]
  } finally {
    memory.end()
    await app.stop()
  }
}
