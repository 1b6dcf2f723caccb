import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { MediaStore } from '../../adapters/media-store.ts'
import type { Snapshot } from '../../db/client.ts'
import { dumpFolder, dumpKey } from './dump-key.ts'
import { type ReadAllArticles, writeDump } from './write-dump.ts'

/** Delivery writes no row, so it is handed who does. */
export interface Dumps {
  /** Whether there has to be another one by now. */
  isDue(): Promise<boolean>
  /** The id of the one that there is, whether or not it may be given out. */
  current(): Promise<string | undefined>
  /** Has this one take its place. */
  keep(dump: { id: string; epoch: number; seq: number; bytes: number }): Promise<void>
}

interface Parts {
  publicUrl: string
  mediaStore: MediaStore
  /** A folder for files that are being worked on. */
  uploads: string
  signal: AbortSignal
  snapshot: Snapshot
  dumps: Dumps
  readArticles: ReadAllArticles
}

/**
 * What the clock asks for every five minutes: that there is a dump of last night, and another one in place of one that may not be given out
 * any more. The file is in the store before its row, under a name of its own, so that nobody ever reads half of one.
 */
export async function makeDump(parts: Parts): Promise<void> {
  const { dumps, mediaStore, uploads } = parts
  if (!(await dumps.isDue())) return
  await removeFormer(mediaStore, await dumps.current())
  await mkdir(uploads, { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(join(uploads, 'dump-'))
  try {
    const path = join(folder, 'articles')
    const { epoch, seq } = await parts.snapshot((db) =>
      writeDump(db, parts.readArticles, { baseUrl: parts.publicUrl, path, signal: parts.signal }),
    )
    const id = uuidv7()
    await mediaStore.putFile(dumpKey(id), path)
    await dumps.keep({ id, epoch, seq, bytes: (await stat(path)).size })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Not at once when another one has come: somebody may be about to open it. */
async function removeFormer(store: MediaStore, current: string | undefined): Promise<void> {
  for await (const { key } of store.list(dumpFolder)) {
    if (current === undefined || key !== dumpKey(current)) await store.remove(key)
  }
}
