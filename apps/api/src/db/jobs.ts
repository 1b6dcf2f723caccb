import { sql } from 'drizzle-orm'
import type { Db } from './client.ts'

/** The jobs by name, with what each is told. Nothing secret stands in a payload: it is stored until the job is done. */
export interface Jobs {
  mailPasswordLink: { linkId: string }
  mailForgottenPassword: { email: string }
  sendNotification: { notificationId: string; by: 'mail' | 'chat' }
  /** With which a person tries whether it arrives. */
  sendTrial: { userId: string; by: 'mail' | 'chat' }
  /** Sees whose digest is due; the clock asks for it. */
  makeDigests: object
  /** What the person was told before that moment, in one mail. */
  sendDigest: { userId: string; before: string }
}

/** Tries of a job, later each time: the last comes about sixteen hours after the first. */
const usualTries = 12

/** Adds a job that runs once the transaction has committed, and again after a failure. */
export async function addJob<N extends keyof Jobs>(tx: Db, name: N, payload: Jobs[N], tries = usualTries): Promise<void> {
  await tx.execute(sql`SELECT graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, max_attempts => ${tries}::int)`)
}

/** The same for several at once. */
export async function addJobs<N extends keyof Jobs>(tx: Db, name: N, payloads: Jobs[N][]): Promise<void> {
  if (payloads.length === 0) return
  const specs = payloads.map((payload) => ({ identifier: name, payload, max_attempts: usualTries }))
  await tx.execute(sql`
    SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
      SELECT spec FROM json_populate_recordset(NULL::graphile_worker.job_spec, ${JSON.stringify(specs)}::json) AS spec))`)
}

/** Deletes jobs that were given up a month ago: until then somebody can see what they failed with. */
export async function forgetFailedJobs(db: Db): Promise<void> {
  await db.execute(sql`
    SELECT count(*) FROM graphile_worker.complete_jobs(ARRAY(
      SELECT id FROM graphile_worker.jobs
      WHERE attempts >= max_attempts AND locked_at IS NULL AND updated_at < now() - interval '30 days' LIMIT 1000))`)
}
