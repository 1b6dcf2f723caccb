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

interface Asked {
  name?: string
  text: string
  values: unknown[]
}

interface Watched {
  db: Db
  delivery: DeliveryDb
  /** The most rows that any step of the statements asked so far reads: planned for their values, and by the plan that a named one keeps. */
  mostRowsRead(): Promise<number>
}

/** The test's database, which remembers what it is asked. */
export function watchStatements({ databaseUrl }: TestApp): Watched {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  onTestFinished(() => pool.end())
  const asked: Asked[] = []
  const query = (statement: Asked) => {
    asked.push(statement)
    return pool.query(statement)
  }
  return {
    db: drizzle({ client: pool, logger: { logQuery: (text, values) => asked.push({ text, values }) } }),
    delivery: { query } as unknown as DeliveryDb,
    mostRowsRead: async () => {
      const counts: number[] = []
      for (const { name, text, values } of asked) {
        const plans = [await pool.query(`${explain} ${text}`, values)]
        if (name !== undefined) plans.push(await explainKept(pool, name, values))
        counts.push(...plans.map(({ rows }) => rowsOf(rows[0]['QUERY PLAN'][0].Plan)))
      }
      return Math.max(...counts)
    },
  }
}

const explain = 'EXPLAIN (ANALYZE, FORMAT JSON)'

/** The plan without regard to the values, which a connection keeps; the pool has one, where the statement has been asked. */
async function explainKept(pool: pg.Pool, name: string, values: unknown[]): Promise<pg.QueryResult> {
  const literal = (value: unknown) => (Array.isArray(value) ? `{${value.join(',')}}` : String(value))
  const given = values.map((value) => (value === null ? 'NULL' : pg.escapeLiteral(literal(value)))).join(', ')
  await pool.query('SET plan_cache_mode = force_generic_plan')
  const explained = await pool.query(`${explain} EXECUTE ${pg.escapeIdentifier(name)}${given && `(${given})`}`)
  await pool.query('RESET plan_cache_mode')
  return explained
}

function rowsOf(plan: Plan): number {
  const own = (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
  return Math.max(own, ...(plan.Plans ?? []).map(rowsOf))
}
