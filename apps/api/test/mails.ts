import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Mail } from '../src/adapters/mail-sender.ts'
import type { JobParts } from '../src/job-parts.ts'
import type { TestApp } from './test-app.ts'

/** What jobs work with, the mails that they sent and the lines that they logged. */
export function mailingParts(
  { app, database, mediaStore }: TestApp,
  more: Partial<JobParts> = {},
): { parts: JobParts; mails: Mail[]; lines: string[] } {
  const mails: Mail[] = []
  const lines: string[] = []
  const log = (line: string) => void lines.push(line)
  const mailSender = { send: async (mail: Mail) => void mails.push(mail), close: async () => undefined }
  const outgoing = { post: () => Promise.reject(new Error('nothing is called from here')) }
  const { secrets, publicUrl } = app.config
  const { signal } = new AbortController()
  const others = { purge: undefined, mediaStore, uploads: join(app.config.dataDir, 'uploads'), signal }
  return {
    parts: { db: app.db, snapshot: database.snapshot, secrets, publicUrl, mailSender, outgoing, ...others, log, ...more },
    mails,
    lines,
  }
}

/** The payloads of the jobs of this name that wait, oldest first; they are gone afterwards. */
export async function takeJobs({ app }: TestApp, name: string): Promise<Record<string, string>[]> {
  const { rows } = await app.db.execute<{ id: string; payload: Record<string, string> }>(sql`
    SELECT j.id, j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE t.identifier = ${name} ORDER BY j.id`)
  if (rows.length > 0)
    await app.db.execute(sql`SELECT graphile_worker.complete_jobs(ARRAY(
    SELECT j.id FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = ${name}))`)
  return rows.map(({ payload }) => payload)
}
