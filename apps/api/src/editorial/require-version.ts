import type { Conflict } from '@bantin/shared/errors'
import type { Db } from '../db/client.ts'
import { ProblemError } from '../errors.ts'
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

/** The same for a row of which no history is kept. Throws `version_required`, `version_stale`. */
export function requireRowVersion(version: number, ifMatch: string | undefined): void {
  if (versionOf(ifMatch) !== version) throw new ProblemError('version_stale')
}

/** The version that the header names, or undefined when it names none of ours. Throws `version_required` without a header. */
export function versionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined) throw new ProblemError('version_required')
  const known = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch.trim())?.[1]
  return known === undefined ? undefined : Number(known)
}
