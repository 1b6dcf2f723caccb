import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import type { Db, DeliveryDb } from '../src/db/client.ts'
import type { TestApp } from './test-app.ts'

interface Plan {
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

interface Watched {
  db: Db
  delivery: DeliveryDb
  /** The most rows that any step of the statements asked so far reads. */
  mostRowsRead(): Promise<number>
}

/** The test's database, which remembers what it is asked. */
export function watchStatements({ databaseUrl }: TestApp): Watched {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  onTestFinished(() => pool.end())
  const asked: { text: string; values: unknown[] }[] = []
  const query = (statement: { text: string; values: unknown[] }) => {
    asked.push(statement)
    return pool.query(statement)
  }
  return {
    db: drizzle({ client: pool, logger: { logQuery: (text, values) => asked.push({ text, values }) } }),
    delivery: { query } as unknown as DeliveryDb,
    mostRowsRead: async () => {
      const counts: number[] = []
      for (const { text, values } of asked) {
        const { rows } = await pool.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values)
        counts.push(rowsOf(rows[0]['QUERY PLAN'][0].Plan))
      }
      return Math.max(...counts)
    },
  }
}

function rowsOf(plan: Plan): number {
  const own = (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
  return Math.max(own, ...(plan.Plans ?? []).map(rowsOf))
}
