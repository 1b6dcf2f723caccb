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
  for await (const batch of oldFiles(store, now - age)) {
    const kept = await findKeptFiles(db, [...batch.keys()])
    for (const [id, keys] of batch) {
      if (!keys.every((key) => isKept(kept.get(id), key))) gone += await removeStray(db, store, id, keys)
    }
  }
  return gone
}

/** Of these keys of one file. It is looked up once more: since the batch was, somebody may have had it rendered anew. */
async function removeStray(db: Db, store: MediaStore, id: string, keys: string[]): Promise<number> {
  const kept = (await findKeptFiles(db, [id])).get(id)
  const stray = keys.filter((key) => !isKept(kept, key))
  for (const key of stray) await store.remove(key)
  return stray.length
}

/** So many files of the library are looked up in one query: there may be some hundred thousand, and nearly all stay. */
const atOnce = 500

/** The keys that were last written before that moment, by the ids of files of the library. */
async function* oldFiles(store: MediaStore, before: number): AsyncIterable<Map<string, string[]>> {
  let batch = new Map<string, string[]>()
  for await (const { key, at } of store.list()) {
    const [, id] = ofTheLibrary.exec(key) ?? []
    if (id === undefined || at.getTime() > before) continue
    if (batch.size === atOnce && !batch.has(id)) {
      yield batch
      batch = new Map()
    }
    batch.set(id, [...(batch.get(id) ?? []), key])
  }
  if (batch.size > 0) yield batch
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
