import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { type Db, type DeliveryDb, planAsDelivery } from '../src/db/client.ts'
import type { TestApp } from './test-app.ts'

interface Plan {
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

interface Asked {
  pool: pg.Pool
  name?: string
  text: string
  values: unknown[]
}

interface Watched {
  db: Db
  /** Where statements are planned as they are for delivery. */
  delivery: DeliveryDb
  /** The most rows that any step of the statements asked so far reads: planned for their values, and by the plan that a named one keeps. */
  mostRowsRead(): Promise<number>
  /**
   * Asks seven times, and answers how often the plan of each named statement was a kept one. PostgreSQL plans for the values of the first
   * five, and then decides: of what asks a statement once it is 2 where the plan is kept, else 0.
   */
  plansKept(ask: () => Promise<unknown>): Promise<Record<string, number>>
}

/** The test's database, which remembers what it is asked. */
export function watchStatements({ databaseUrl }: TestApp): Watched {
  const open = (more: pg.PoolConfig = {}) => new pg.Pool({ connectionString: databaseUrl, max: 1, ...more })
  const [own, reader] = [open(), open({ onConnect: planAsDelivery })]
  for (const pool of [own, reader]) onTestFinished(() => pool.end())
  const asked: Asked[] = []
  const query = (statement: Omit<Asked, 'pool'>) => {
    asked.push({ pool: reader, ...statement })
    return reader.query(statement)
  }
  return {
    db: drizzle({ client: own, logger: { logQuery: (text, values) => asked.push({ pool: own, text, values }) } }),
    delivery: { query } as unknown as DeliveryDb,
    mostRowsRead: async () => {
      const counts: number[] = []
      for (const { pool, name, text, values } of asked) {
        const plans = [await pool.query(`${explain} ${text}`, values)]
        if (name !== undefined) plans.push(await explainKept(pool, name, values))
        counts.push(...plans.map(({ rows }) => rowsOf(rows[0]['QUERY PLAN'][0].Plan)))
      }
      return Math.max(...counts)
    },
    plansKept: async (ask) => {
      for (let time = 0; time < 7; time += 1) await ask()
      const found = await Promise.all(
        [own, reader].map((pool) => pool.query('SELECT name, generic_plans::int AS kept FROM pg_prepared_statements')),
      )
      return Object.fromEntries(found.flatMap(({ rows }) => rows.map(({ name, kept }) => [name, kept])))
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
