import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import { findChangesSince } from './changes-since.repository.ts'

/**
 * Passes when `ifMatch` names the version that stands now (RFC 9110, weakened tags accepted).
 * Throws `version_required` without one, `version_stale` with who changed which fields when.
 */
export async function requireVersion(db: Db, article: { id: string; version: number }, ifMatch: string | undefined): Promise<void> {
  if (ifMatch === undefined) throw new ProblemError('version_required')
  const known = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch.trim())?.[1]
  if (Number(known) === article.version) return
  // A version that never was is answered with the last change.
  const since = await findChangesSince(db, article.id, Math.min(Number(known ?? 0), article.version - 1))
  throw new ProblemError('version_stale', { current: { version: article.version, ...since } })
}
