import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { dataFolder, isPostmasterFileLeft, processesNaming, runAppProcess, runningServer, usedDataFolder } from '../test/app-process.ts'
import { makeFirstAdministrator, readFirstSetup } from '../test/first-set-up.ts'

test('SIGTERM lets a request in flight finish, waits for no unused connection, and leaves nothing running; signals after it change nothing', async () => {
  const dataDir = usedDataFolder()
  const app = runAppProcess(dataDir)
  const url = await app.ready
  const unused = connect(Number(new URL(url).port), '127.0.0.1')
  await once(unused, 'connect')
  const gate = await lockGeneration(dataDir)
  const answer = fetch(`${url}/readyz`).then((response) => response.status)
  await gate.untilSomebodyWaits()
  app.kill('SIGTERM')
  await expect.poll(() => isListening(url)).toBe(false)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGINT'] as const) app.kill(signal)
  await gate.open()
  expect(await answer).toBe(200)
  await expectNothingLeft(app.exited, dataDir)
})

test('SIGTERM while it starts leaves nothing running', async () => {
  const dataDir = dataFolder()
  const app = runAppProcess(dataDir)
  await expect.poll(() => processesNaming(dataDir).length, { interval: 200 }).toBeGreaterThan(0)
  app.kill('SIGTERM')
  await expectNothingLeft(app.exited, dataDir)
})

test('after kill -9 of the app the next start takes over its database and serves, and again by itself after kill -9 of the database', async () => {
  const dataDir = usedDataFolder()
  const killed = runAppProcess(dataDir)
  await killed.ready
  const database = await runningServer(dataDir)
  killed.kill('SIGKILL')
  await killed.exited
  const next = runAppProcess(dataDir)
  const url = await next.ready
  expect(await statusOf(`${url}/readyz`)).toBe(200)
  expect((await runningServer(dataDir)).pid).toBe(database.pid)
  process.kill(database.pid, 'SIGKILL')
  await expect.poll(() => processesNaming(dataDir).some(({ pid }) => pid === database.pid), { interval: 200 }).toBe(false)
  await expect.poll(() => statusOf(`${url}/readyz`)).toBe(200)
  next.kill('SIGTERM')
  await expectNothingLeft(next.exited, dataDir)
})

test('a second start on the same data folder gets one line, and the first is unharmed, until Ctrl-C ends it', async () => {
  const dataDir = usedDataFolder()
  const first = runAppProcess(dataDir)
  const url = await first.ready
  const second = runAppProcess(dataDir)
  expect(await second.exited).toBe(1)
  expect(second.output.stderr).toBe(
    `Bản Tin is already running on ${dataDir} (process ${first.pid}): stop it, or set DATA_DIR to another folder.\n`,
  )
  expect(await statusOf(`${url}/readyz`)).toBe(200)
  first.kill('SIGINT')
  await expectNothingLeft(first.exited, dataDir)
})

test('when the process that started it is gone, it ends as after a signal', async () => {
  const dataDir = dataFolder()
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  const parent = spawn(process.execPath, ['-e', parentScript, main], {
    env: { PORT: '0', HOST: '127.0.0.1', DEMO: 'off', LOG_LEVEL: 'error', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [pid] = await once(parent.stdout, 'data')
  onTestFinished(() => {
    if (isAlive(Number(pid))) process.kill(Number(pid), 'SIGKILL')
  })
  await expect.poll(() => processesNaming(dataDir).length, { interval: 200 }).toBeGreaterThan(0)
  parent.kill('SIGKILL')
  await expect.poll(() => isAlive(Number(pid))).toBe(false)
  expect(processesNaming(dataDir)).toEqual([])
  expect(isPostmasterFileLeft(dataDir)).toBe(false)
})

test('a taken port is one line that names the way out, and nothing stays', async () => {
  const dataDir = usedDataFolder()
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  onTestFinished(() => {
    other.close()
  })
  const { port } = other.address() as AddressInfo
  const app = runAppProcess(dataDir, { PORT: String(port) })
  await expectNothingLeft(app.exited, dataDir, 1)
  expect(app.output.stderr).toBe(`Port ${port} is taken: use another one, PORT=${port + 1} npm start.\n`)
})

test('whoever reads what it says may go away: it serves on and ends as ever', async () => {
  const dataDir = usedDataFolder()
  const app = runAppProcess(dataDir)
  const url = await app.ready
  app.stopReading()
  // Each connection that breaks is a line.
  const client = new pg.Client({ connectionString: (await runningServer(dataDir)).url })
  await client.connect()
  await client.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  )
  await client.end()
  await expect.poll(() => statusOf(`${url}/readyz`)).toBe(200)
  app.kill('SIGTERM')
  await expectNothingLeft(app.exited, dataDir)
})

test('whoever reads what it says may stand still: it serves on and ends as ever', async () => {
  const dataDir = usedDataFolder()
  const app = runAppProcess(dataDir, { LOG_LEVEL: 'trace' })
  const url = await app.ready
  app.pauseReading()
  // Each is a line of half a kilobyte: more than a pipe and this end of it hold.
  for (let call = 0; call < 800; call += 1) await sendNonsense(url)
  expect(await statusOf(`${url}/readyz`)).toBe(200)
  app.kill('SIGTERM')
  await expectNothingLeft(app.exited, dataDir)
})

test('a worker serves no address, and leaves nothing running when its terminal is closed', async () => {
  const dataDir = usedDataFolder()
  const app = runAppProcess(dataDir, { ROLE: 'worker' })
  await app.ready
  expect(app.output.stdout).toMatch(/^Bản Tin works in the background[^\n]*\n$/)
  app.kill('SIGHUP')
  await expectNothingLeft(app.exited, dataDir)
})

test('a start without anybody prints the code that makes the first administrator, and the next start none', async () => {
  const dataDir = dataFolder()
  const first = runAppProcess(dataDir)
  const url = await first.ready
  expect((await readFirstSetup(first)).address).toBe(`${url}/dang-nhap/thiet-lap`)
  await makeFirstAdministrator(first)
  first.kill('SIGTERM')
  await first.exited
  const second = runAppProcess(dataDir)
  await second.ready
  expect(second.output.stdout).not.toContain('Code')
  second.kill('SIGTERM')
  await expectNothingLeft(second.exited, dataDir)
})

test.each([
  ['a wrong value', { PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535.\n'],
  ['no SECRET beside DATABASE_URL', { DATABASE_URL: 'postgres://u:p@localhost/x' }, expect.stringMatching(/^SECRET must be set [^\n]*\n$/)],
])('%s is one line on stderr, nothing on stdout, and exit code 1', async (_what, env, line) => {
  const app = runAppProcess(dataFolder(), env)
  expect(await app.exited).toBe(1)
  expect(app.output).toEqual({ stdout: '', stderr: line })
})

const parentScript = `
  const env = { ...process.env, BANTIN_PARENT: String(process.pid) }
  const app = require('node:child_process').spawn(process.execPath, [process.argv[1]], { env, stdio: 'ignore' })
  console.log(app.pid)
  setInterval(() => undefined, 60_000)
`

async function expectNothingLeft(exited: Promise<unknown>, dataDir: string, code = 0): Promise<void> {
  expect(await exited).toBe(code)
  expect(processesNaming(dataDir)).toEqual([])
  expect(isPostmasterFileLeft(dataDir)).toBe(false)
}

/** Holds every answer of /readyz back until it is opened. */
async function lockGeneration(dataDir: string) {
  const client = new pg.Client({ connectionString: (await runningServer(dataDir)).url })
  client.on('error', () => undefined)
  await client.connect()
  await client.query('BEGIN; LOCK TABLE public_generation')
  const waiting = "SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND relation = 'public_generation'::regclass"
  return {
    untilSomebodyWaits: () => expect.poll(async () => (await client.query(waiting)).rows).toEqual([{ n: 1 }]),
    open: () => client.end(),
  }
}

function isListening(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

/** What is no HTTP, until it is answered. */
async function sendNonsense(url: string): Promise<void> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.end('nonsense\r\n\r\n')
  socket.resume()
  await once(socket, 'close')
}

const statusOf = (url: string): Promise<number> => fetch(url).then((response) => response.status)

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
