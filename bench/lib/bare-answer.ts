import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBare } from './bare-server.ts'
import { startLoad } from './load.ts'
import { processorTime } from './processor-time.ts'

const [warmUp, length] = [3, 3]

/**
 * Microseconds of a processor that a bare answer of `{"hello":"world"}` takes: how fast this machine is, at this moment. Bars in seconds and
 * milliseconds were set where it takes 12.5.
 */
export async function bareAnswer(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bare-'))
  const load = startLoad()
  const { url, pid, stop } = await startBare(folder, {})
  const ask = (seconds: number) => load.ask({ url, paths: ['/hello'], connections: 32, seconds })
  await ask(warmUp)
  const before = processorTime([pid])
  const { count } = await ask(length)
  const taken = processorTime([pid]) - before
  await stop()
  await load.end()
  rmSync(folder, { recursive: true })
  return Math.round((taken * 10) / count) / 10
}
