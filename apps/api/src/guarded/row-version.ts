import { ProblemError } from '../errors.ts'

/** Passes when `ifMatch` names the version that stands now of a row whose history is not kept. Throws `version_required`, `version_stale`. */
export function requireRowVersion(version: number, ifMatch: string | undefined): void {
  if (versionOf(ifMatch) !== version) throw new ProblemError('version_stale')
}

/** The version that the header names, or undefined when it names none of ours. Throws `version_required` without a header. */
export function versionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined) throw new ProblemError('version_required')
  const known = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch.trim())?.[1]
  return known === undefined ? undefined : Number(known)
}
