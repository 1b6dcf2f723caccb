import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const day = 24 * 3_600_000

/** Removes what uploads and renderings that were cut off have left in the folder that they work in. Answers how much is gone. */
export async function forgetUploads(folder: string, age = day, now = Date.now()): Promise<number> {
  let gone = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (!found || found.mtimeMs > now - age) continue
    await rm(path, { recursive: true, force: true })
    gone += 1
  }
  return gone
}
