import type { Conflict } from '@bantin/shared/errors'
import type { Db } from '../db/client.ts'
import { ProblemError } from '../errors.ts'
import { versionOf } from '../guarded/row-version.ts'
import { findChangesSince } from './changes-since.repository.ts'

/**
 * Passes when `ifMatch` names the version that stands now (RFC 9110, weakened tags accepted).
 * Throws `version_required` without one, `version_stale` with who changed which fields when, and with the conflicts of a merge.
 */
export async function requireVersion(
  db: Db,
  article: { id: string; version: number },
  ifMatch: string | undefined,
  conflicts?: Conflict[],
): Promise<void> {
  const known = versionOf(ifMatch)
  if (known === article.version) return
  // A version that never was is answered with the last change.
  const since = await findChangesSince(db, article.id, Math.min(known ?? 0, article.version - 1))
  throw new ProblemError('version_stale', { current: { version: article.version, ...since }, ...(conflicts && { conflicts }) })
}
