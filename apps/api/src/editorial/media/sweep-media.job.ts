import type { JobParts } from '../../job-parts.ts'
import { failForgotten } from './sweep-media.repository.ts'
import { sweepMedia as sweep } from './sweep-media.ts'

/** What the clock asks for every hour: the store has what rows name, and no picture waits for a job that is not there. */
export async function sweepMedia({ db, mediaStore, log }: JobParts): Promise<void> {
  const forgotten = await failForgotten(db)
  if (forgotten > 0) log(`Pictures that nobody renders any more: ${forgotten}. Their crop or focal point set anew has them rendered.`)
  const gone = await sweep(db, mediaStore)
  if (gone > 0) log(`Removed ${gone} files of the media library that nothing names.`)
}
