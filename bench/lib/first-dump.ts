import { join } from 'node:path'
import { folderMediaStore } from '../../apps/api/src/adapters/folder-media-store.ts'
import type { Database } from '../../apps/api/src/db/client.ts'
import { readWholeArticles } from '../../apps/api/src/delivery/articles/whole-articles.queries.ts'
import { makeDump } from '../../apps/api/src/delivery/dump/make-dump.job.ts'
import { dumpsIn } from '../../apps/api/src/publication/dumps.ts'

/** Of every process. */
export interface Places {
  PUBLIC_URL: string
  DATA_DIR: string
}

/**
 * Makes the dump of the night before: a database that has none gets it within five minutes, from one of the processes that are measured.
 * Nobody reads the file: the next database's takes its place.
 */
export async function makeFirstDump(
  { background: db, snapshot }: Database,
  { PUBLIC_URL: publicUrl, DATA_DIR: dataDir }: Places,
): Promise<void> {
  await makeDump({
    ...{ publicUrl, snapshot, signal: new AbortController().signal },
    ...{ mediaStore: folderMediaStore(join(dataDir, 'media')), uploads: join(dataDir, 'uploads') },
    dumps: dumpsIn(db),
    readArticles: readWholeArticles,
  })
}
