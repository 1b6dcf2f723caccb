import type { Db } from '../../db/client.ts'
import type { ServedFile } from '../../lib/served-file.ts'
import { findServedFile } from './any-file.repository.ts'

/**
 * A file of the library, public or not; undefined when there is none. Asks nobody for permission: the one who asks has an address that
 * we signed for somebody who may see the file.
 */
export async function findAnyFile(db: Db, id: string): Promise<ServedFile | undefined> {
  return await findServedFile(db, id)
}
