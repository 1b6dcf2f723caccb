import { join } from 'node:path'
import { folderMediaStore } from '../../apps/api/src/adapters/folder-media-store.ts'
import type { Database } from '../../apps/api/src/db/client.ts'
import { readWholeArticles } from '../../apps/api/src/delivery/articles/whole-articles.queries.ts'
import { makeDump } from '../../apps/api/src/delivery/dump/make-dump.job.ts'
import { currentDump, isDumpDue, keepDump } from '../../apps/api/src/publication/dumps.ts'

/** Makes the dump of the night before: a database that has none gets it within five minutes, from one of the processes that are measured. */
export async function makeFirstDump(
  { background: db, snapshot }: Database,
  { publicUrl, dataDir }: { publicUrl: string; dataDir: string },
): Promise<void> {
  await makeDump({
    ...{ publicUrl, snapshot, signal: new AbortController().signal },
    ...{ mediaStore: folderMediaStore(join(dataDir, 'media')), uploads: join(dataDir, 'uploads') },
    dumps: { isDue: () => isDumpDue(db), current: () => currentDump(db), keep: (dump) => keepDump(db, dump) },
    readArticles: readWholeArticles,
  })
}
