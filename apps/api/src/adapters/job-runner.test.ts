import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts'
import { startJobRunner } from './job-runner.ts'
import type { Tasks } from './job-worker.ts'

let own: TestDatabase
let client: pg.Client
beforeAll(async () => {
  own = await createTestDatabase()
  client = new pg.Client({ connectionString: own.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await own.drop()
})
afterEach(async () => {
  await query('ROLLBACK')
  await query('DELETE FROM graphile_worker._private_jobs')
})

const query = async (text: string): Promise<Record<string, unknown>[]> => (await client.query(text)).rows
const jobs = () =>
  query('SELECT task_identifier AS task, attempts, last_error, locked_by IS NOT NULL AS locked FROM graphile_worker.jobs ORDER BY id')
const add = (task: string, payload: object = {}) =>
  query(`SELECT graphile_worker.add_job('${task}', '${JSON.stringify(payload)}', max_attempts => 12)`)
const addBeside = async (task: string, payload: object) => {
  const other = new pg.Client({ connectionString: own.url })
  await other.connect()
  await other.query('SELECT graphile_worker.add_job($1, $2)', [task, payload])
  await other.end()
}
const retryNow = () => query('UPDATE graphile_worker._private_jobs SET run_at = now()')

function start(tasks: Tasks, more: Partial<Parameters<typeof startJobRunner>[0]> = {}) {
  const lines: string[] = []
  const runner = startJobRunner({ directUrl: own.url, tasks, log: (line) => lines.push(line), ...more })
  onTestFinished(() => runner.stop())
  return { runner, lines }
}

/** A task that says what it was given and ends when it is told to. */
function gated() {
  const seen: unknown[] = []
  const gate = Promise.withResolvers<void>()
  const task = async (payload: unknown): Promise<void> => {
    seen.push(payload)
    await gate.promise
  }
  return { seen, task, open: gate.resolve }
}

/** Ends the queue's connections and lets nobody in until the answer is called, or the test ends. */
async function closeDoors(): Promise<() => Promise<unknown>> {
  const admin = new pg.Client({ connectionString: inject('databaseServerUrl') })
  await admin.connect()
  const name = new URL(own.url).pathname.slice(1)
  const openDoors = () => admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
  onTestFinished(async () => {
    await openDoors()
    await admin.end()
  })
  await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
  await query(`SELECT pg_terminate_backend(pid) ${queueConnections}`)
  return openDoors
}

const queueConnections = "FROM pg_stat_activity WHERE application_name = 'bantin jobs' AND datname = current_database()"

describe('a job', () => {
  test('is done once its transaction has committed, once, however many processes run', async () => {
    const done: unknown[] = []
    const tasks = { greet: async (payload: unknown) => void done.push(payload) }
    const all = [start(tasks), start(tasks), start(tasks)]
    await expect.poll(() => query("SELECT 1 FROM graphile_worker._private_tasks WHERE identifier = 'greet'")).toHaveLength(1)
    await query('BEGIN')
    await add('greet', { n: 1 })
    await addBeside('greet', { n: 2 })
    await expect.poll(() => done).toEqual([{ n: 2 }])
    await query('COMMIT')
    await expect.poll(() => done).toEqual([{ n: 2 }, { n: 1 }])
    await expect.poll(jobs).toEqual([])
    expect(all.flatMap(({ lines }) => lines)).toEqual([])
  })

  test('that fails is one line without what it was given, and is done again', async () => {
    let isBroken = true
    const { lines } = start({
      greet: async () => {
        if (isBroken) await client.query("SELECT 'a secret of somebody'::int")
      },
    })
    await add('greet', { to: 'a secret of somebody' })
    await expect.poll(() => lines).toEqual(['The job greet failed, try 1 of 12: A value was not valid.'])
    await expect.poll(jobs).toEqual([{ task: 'greet', attempts: 1, last_error: 'A value was not valid.', locked: false }])
    isBroken = false
    await retryNow()
    await expect.poll(jobs, { timeout: 15_000 }).toEqual([])
    expect(lines).toHaveLength(1)
  })

  test('that nobody here can do is left to those who can', async () => {
    const done: unknown[] = []
    start({ greet: async () => void done.push('greeted') })
    await add('somethingNewer')
    await add('greet')
    await expect.poll(() => done).toEqual(['greeted'])
    // Its row goes after it was done.
    await expect.poll(jobs).toMatchObject([{ task: 'somethingNewer', attempts: 0, locked: false }])
  })
})

describe('stopping', () => {
  test('lets a running job finish', async () => {
    const { seen, task, open } = gated()
    const { runner, lines } = start({ greet: task })
    await add('greet')
    await expect.poll(() => seen).toHaveLength(1)
    const stopped = runner.stop()
    open()
    await stopped
    expect([await jobs(), lines]).toEqual([[], []])
    await expect.poll(() => query(`SELECT 1 ${queueConnections}`)).toEqual([])
  })

  test('gives back what does not finish, for another to do at once', async () => {
    const { seen, task } = gated()
    const { runner, lines } = start({ greet: task }, { patience: 50 })
    await add('greet')
    await expect.poll(() => seen).toHaveLength(1)
    await runner.stop()
    expect([await jobs(), lines]).toEqual([[{ task: 'greet', attempts: 1, last_error: null, locked: false }], []])
    const done: unknown[] = []
    start({ greet: async () => void done.push('greeted') })
    await expect.poll(() => done).toEqual(['greeted'])
  })
})

describe('a worker that ends without a word', () => {
  test('has its jobs taken by others, after kill -9', async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', childScript, own.url], { stdio: ['ignore', 'pipe', 'inherit'] })
    onTestFinished(() => void child.kill('SIGKILL'))
    await add('greet')
    await once(child.stdout, 'data')
    expect(await jobs()).toMatchObject([{ locked: true }])
    child.kill('SIGKILL')
    await once(child, 'exit')
    await expect.poll(() => query(`SELECT 1 ${queueConnections}`)).toEqual([])
    const done: unknown[] = []
    const { lines } = start({ greet: async () => void done.push('greeted') })
    await expect.poll(() => done).toEqual(['greeted'])
    expect(lines).toEqual(['Took back the jobs of a worker that ended without a word.'])
  })

  test('is told from one that lives and takes its time', async () => {
    const { seen, task, open } = gated()
    const first = start({ greet: task })
    await add('greet')
    await expect.poll(() => seen).toHaveLength(1)
    const done: unknown[] = []
    start({ greet: async () => void done.push('by another'), other: async () => void done.push('other') })
    await add('other')
    await expect.poll(() => done).toEqual(['other'])
    open()
    await first.runner.stop()
    expect([await jobs(), done]).toEqual([[], ['other']])
  })
})

describe('a database that is lost', () => {
  test('is one line; jobs go on when it is there again', async () => {
    const done: unknown[] = []
    const { lines } = start({ greet: async () => void done.push('greeted') })
    await add('greet')
    await expect.poll(() => done).toHaveLength(1)
    // Noted as done: else it would be done again.
    await expect.poll(jobs).toEqual([])
    await query(`SELECT pg_terminate_backend(pid) ${queueConnections}`)
    await expect.poll(() => lines).toHaveLength(1)
    await add('greet')
    await expect.poll(() => done).toHaveLength(2)
    expect(lines).toEqual([expect.stringMatching(/^The job queue does not work, and tries again: /)])
  })

  test('while a job runs breaks nothing: it is done again where nobody could note that it was done', async () => {
    const { seen, task, open } = gated()
    const { lines } = start({ greet: task })
    await add('greet')
    await expect.poll(() => seen).toHaveLength(1)
    const openDoors = await closeDoors()
    await expect.poll(() => lines).toHaveLength(1)
    open()
    // Long enough for it to be noted in vain, mostly.
    await pause(300)
    await openDoors()
    await expect.poll(jobs).toEqual([])
    expect(lines.filter((line) => line.startsWith('The job queue'))).toHaveLength(1)
  })

  test('keeps nobody from stopping', async () => {
    const { seen, task } = gated()
    const { runner, lines } = start({ greet: task }, { patience: 50 })
    await add('greet')
    await expect.poll(() => seen).toHaveLength(1)
    await closeDoors()
    await expect.poll(() => lines).toHaveLength(1)
    await runner.stop()
    expect(lines).toHaveLength(1)
  })
})

test('what the clock adds is known to the database after the start', async () => {
  start({ tick: async () => undefined }, { crons: [{ task: 'tick', match: '*/5 * * * *' }] })
  await expect.poll(() => query('SELECT identifier FROM graphile_worker._private_known_crontabs')).toEqual([{ identifier: 'tick' }])
})

const childScript = `
  import { startJobRunner } from ${JSON.stringify(fileURLToPath(new URL('job-runner.ts', import.meta.url)))}
  const greet = () => new Promise(() => console.log('taken'))
  startJobRunner({ directUrl: process.argv[1], tasks: { greet }, log: console.error })
  setInterval(() => undefined, 60_000)
`
