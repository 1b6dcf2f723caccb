import { sql } from 'drizzle-orm'
import type { Db } from './client.ts'

/** The jobs by name, with what each is told. Nothing secret stands in a payload: it is stored until the job is done. */
export interface Jobs {
  mailPasswordLink: { linkId: string }
  mailForgottenPassword: { email: string }
  sendNotification: { notificationId: string }
}

/** Adds a job that runs once the transaction has committed, and again after a failure. */
export async function addJob<N extends keyof Jobs>(tx: Db, name: N, payload: Jobs[N]): Promise<void> {
  await tx.execute(sql`SELECT graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, max_attempts => 12)`)
}
