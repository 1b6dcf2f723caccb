import type { MediaStore } from '../../adapters/media-store.ts'
import type { Db } from '../../db/client.ts'
import { findKeptFiles, type KeptFiles } from './sweep-media.repository.ts'

const day = 24 * 3_600_000

interface Options {
  /** Milliseconds that a file was not written for: what is younger may belong to something that is being made. For tests. */
  age?: number
  now?: number
}

/**
 * Removes from the store what no row of the library names: of uploads that ended half-way, of files that were deleted, of renderings
 * that have others in their place. Keys that do not begin with an id are not ours and stay. Answers how many files are gone.
 */
export async function sweepMedia(db: Db, store: MediaStore, { age = day, now = Date.now() }: Options = {}): Promise<number> {
  let gone = 0
  for await (const [id, keys] of oldFiles(store, now - age)) {
    const kept = await findKeptFiles(db, id)
    for (const key of keys.filter((each) => !isKept(kept, each))) {
      await store.remove(key)
      gone += 1
    }
  }
  return gone
}

/** What was last written before that moment, file by file of the library: the store lists those of one folder together. */
async function* oldFiles(store: MediaStore, before: number): AsyncIterable<[id: string, keys: string[]]> {
  let [current, keys]: [string, string[]] = ['', []]
  for await (const { key, at } of store.list()) {
    const [, id] = ofTheLibrary.exec(key) ?? []
    if (id === undefined || at.getTime() > before) continue
    if (id !== current && keys.length > 0) yield [current, keys]
    if (id !== current) [current, keys] = [id, []]
    keys.push(key)
  }
  if (keys.length > 0) yield [current, keys]
}

const ofTheLibrary = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\//

function isKept(kept: KeptFiles | undefined, key: string): boolean {
  if (!kept) return false
  const [, part = '', name = ''] = key.split('/')
  if (name === '') return part === 'original'
  // A job may be about to name what it has put there.
  if (kept.isWaiting && Number(part) >= kept.rev) return true
  return Number(part) === kept.rev && kept.names.includes(name)
}
