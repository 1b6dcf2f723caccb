import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBare } from './bare-server.ts'
import { measure } from './compare.ts'
import { startLoad } from './load.ts'

/** What `costOfBareAnswer` says of the machine on which bars in milliseconds were set. */
export const bareCostOfBars = 12.5

/** Seconds. */
const [warmUp, roundLength] = [3, 3]

/** Microseconds of a processor that a bare answer of `{"hello":"world"}` takes: how fast this machine is, at this moment. */
export async function costOfBareAnswer(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bare-'))
  const load = startLoad()
  try {
    const bare = await startBare(folder, {})
    const side = { ...bare, paths: ['/hello'] }
    await measure(load, side, warmUp)
    const { cost } = await measure(load, side, roundLength)
    await bare.stop()
    return Math.round(cost * 10) / 10
  } finally {
    await load.end()
    rmSync(folder, { recursive: true })
  }
}
