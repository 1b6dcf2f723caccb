import { addJobs } from '../../db/jobs.ts'
import type { JobParts } from '../../job-parts.ts'
import { claimDigests } from './digests.repository.ts'

/**
 * Has a digest sent to everybody for whom it is due: once a local day, whichever process comes first. Claim and job are one transaction,
 * so none is lost when the process ends here. `now` is for tests.
 */
export async function makeDigests({ db }: Pick<JobParts, 'db'>, now: Date | null = null): Promise<void> {
  await db.transaction(async (tx) => addJobs(tx, 'sendDigest', await claimDigests(tx, now)))
}
