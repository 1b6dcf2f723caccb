import { sql } from 'drizzle-orm'
import type { Db } from './client.ts'

/** What an operator wants to be woken for. */
export function jobReadings(db: Db) {
  return [
    {
      name: 'bantin_jobs_late',
      help: 'Jobs, such as mails, that should have been begun more than a minute ago',
      read: async () => (await countJobs(db)).late,
    },
    {
      name: 'bantin_jobs_given_up',
      help: 'Jobs that failed at every try, of the last month',
      read: async () => (await countJobs(db)).givenUp,
    },
  ]
}

async function countJobs(db: Db): Promise<{ late: number; givenUp: number }> {
  const { rows } = await db.execute<{ late: number; givenUp: number }>(sql`
    SELECT count(*) FILTER (WHERE attempts < max_attempts AND run_at < now() - interval '1 minute')::int AS late,
      count(*) FILTER (WHERE attempts >= max_attempts)::int AS "givenUp"
    FROM graphile_worker.jobs WHERE locked_at IS NULL`)
  return rows[0] ?? { late: 0, givenUp: 0 }
}
