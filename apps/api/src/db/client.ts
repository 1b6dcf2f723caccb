import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { type Pool, types } from 'pg'
import { namedReads } from './named-reads.ts'
import { type OnConnect, openPool, type PoolOptions } from './open-pool.ts'
import { openSignals, type Signals } from './signals.ts'
import { openSnapshots } from './snapshot.ts'

/** The editorial database: a pool or a transaction in it. */
export type Db = Pick<
  NodePgDatabase,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute' | 'transaction' | 'with' | '$with'
>

/** What delivery reads through: only the schema `published`, only SELECT. */
export type DeliveryDb = Pick<Pool, 'query'>

/** Does work that has to see one moment of what is public. */
export type Snapshot = <T>(work: (db: DeliveryDb) => Promise<T>) => Promise<T>

export interface Database {
  db: Db
  /** A few connections of their own for what nobody waits for, so that a crowd at the desk keeps no due article waiting. */
  background: Db
  /** A few for work that asks much at once: statements are on their way together, a twentieth faster for an import. */
  bulk: Db
  /**
   * One connection without a pooler for hits, which come in one batch after the other. Plans of its named statements are kept until whoever
   * writes there discards them.
   */
  hits: Db
  delivery: DeliveryDb
  snapshot: Snapshot
  /** False where the role could not be made; delivery then reads with the rights of the owner. */
  deliveryIsConfined: boolean
  signals: Signals
  close(): Promise<void>
}

/** For how many seconds a statement and a lock are waited for. */
const waits = { statement: 5, lock: 4 }

// For a database that says nothing any more; PostgreSQL's own limit ends a statement before. Some of the editorial side (demo,
// partitions) ask it for a minute.
const silence = { usual: 6000, editorial: 65_000 }

interface Options extends Pick<PoolOptions, 'url' | 'onError' | 'max' | 'patience'> {
  /** The same without a pooler. Default: `url`. */
  directUrl?: string
}

/** Connects to the database at `url`. `onError` hears of idle connections that break; the pool replaces them. */
export async function openDatabase(options: Options): Promise<Database> {
  setParsers()
  const { patience = 1 } = options
  const applySettings = settingsFor(patience)
  const pool = openPool(options, silence.editorial, applySettings)
  const background = openPool({ ...options, max: 2 }, silence.editorial, applySettings)
  const bulk = openPool({ ...options, max: 3, pipeline: true }, silence.editorial, applySettings)
  const direct = { ...options, url: options.directUrl ?? options.url }
  // A statement of each day would stay on a connection that is never idle.
  const hits = openPool({ ...direct, max: 1, lifetime: 3600 }, silence.usual * patience, inTurn(applySettings, keepPlans))
  const deliveryIsConfined = await canBecomeDelivery(pool)
  const confined = deliveryIsConfined ? [confine] : []
  const delivery = openPool(options, silence.usual * patience, inTurn(applySettings, planAsDelivery, ...confined))
  const signals = openSignals({ url: direct.url, onError: options.onError, patience })
  return {
    db: drizzle({ client: pool }),
    background: drizzle({ client: background }),
    bulk: drizzle({ client: bulk }),
    hits: drizzle({ client: hits }),
    delivery: namedReads(delivery),
    snapshot: openSnapshots(delivery),
    deliveryIsConfined,
    signals,
    close: async () => {
      await Promise.all([pool.end(), background.end(), bulk.end(), hits.end(), delivery.end(), signals.close()])
    },
  }
}

/** Who publishes leaves what is new to be put into indexes by others: see clean-pending-lists.ts. */
const forOthers = "SET gin_pending_list_limit = '64MB'"

// PostgreSQL compiles what it expects to take long. Readers wait for that too, and it pays for statements of many seconds alone.
const neverCompiled = 'SET jit = off'

// Not in the start-up packet: a pooler in front of the database refuses settings there.
function settingsFor(patience: number): OnConnect {
  const limits = `statement_timeout = '${waits.statement * patience}s'; SET lock_timeout = '${waits.lock * patience}s'`
  return async (client) => {
    await client.query(`SET ${limits}; SET idle_in_transaction_session_timeout = '10s'; ${forOthers}; ${neverCompiled}`)
  }
}

function inTurn(...steps: OnConnect[]): OnConnect {
  return async (client) => {
    for (const step of steps) await step(client)
  }
}

const keepPlans: OnConnect = async (client) => {
  await client.query('SET plan_cache_mode = force_generic_plan')
}

/** Many matches at once fit into 64 MB, and what is looked up at random lies in memory: else a common word takes eight times as long. */
export const planAsDelivery: OnConnect = async (client) => {
  await client.query("SET work_mem = '64MB'; SET random_page_cost = 1.1")
}

const confine: OnConnect = async (client) => {
  await client.query('SET ROLE bantin_delivery; SET default_transaction_read_only = on')
}

async function canBecomeDelivery(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query(
    `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'bantin_delivery' AND pg_has_role(current_user, oid, 'MEMBER')) AS possible`,
  )
  return rows[0].possible
}

/** Days stay text (a Date would move them across zones) and bigints become numbers: ours stay far below 2^53. */
function setParsers(): void {
  types.setTypeParser(types.builtins.DATE, (value) => value)
  types.setTypeParser(types.builtins.INT8, Number)
}
