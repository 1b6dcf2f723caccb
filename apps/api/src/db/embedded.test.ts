import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { dataFolder, isPostmasterFileLeft, runningServer, usedDataFolder } from '../../test/app-process.ts'
import { joinEmbedded, startEmbedded } from './embedded.ts'

test('the database is UTF8 with ICU and its password is for its owner alone, with LANG unset and with another LANG', async () => {
  for (const env of [{}, { LANG: 'tr_TR.ISO-8859-9', LC_ALL: 'POSIX', PGPORT: '1', PGDATA: '/nowhere' }]) {
    const dataDir = dataFolder()
    const { url } = await startChild(dataDir, env)
    expect(
      await ask(
        url,
        `SELECT current_database() AS name, pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider
                      FROM pg_database WHERE datname = current_database()`,
      ),
    ).toEqual([{ name: 'bantin', encoding: 'UTF8', provider: 'i' }])
    expect(statSync(join(dataDir, 'postgres', 'password')).mode & 0o777).toBe(0o600)
    expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700)
    await expect(ask(url.replace(/:[^:@]*@/, ':wrong@'), 'SELECT 1')).rejects.toThrow('password authentication failed')
  }
})

test('what was written is there after a stop and a start, and a stop leaves no postmaster.pid', async () => {
  const dataDir = usedDataFolder()
  const first = await start(dataDir)
  await ask(first.url, 'CREATE TABLE kept AS SELECT 1 AS n')
  await Promise.all([first.stop(), first.stop()])
  expect(isPostmasterFileLeft(dataDir)).toBe(false)
  const second = await start(dataDir)
  expect(await ask(second.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
})

test('pages may fill a quarter of the memory, two gigabytes at the most, and half a gigabyte of the log is written over', async () => {
  const { url } = await start(usedDataFolder())
  const quarter = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY) / 4
  expect(
    await ask(
      url,
      "SELECT name, pg_size_bytes(current_setting(name))::text AS bytes FROM pg_settings WHERE name ~ '^(shared_buf|min_wal)'",
    ),
  ).toEqual([
    { name: 'min_wal_size', bytes: String(2 ** 29) },
    { name: 'shared_buffers', bytes: String(Math.floor(Math.min(quarter, 2 ** 31) / 2 ** 20) * 2 ** 20) },
  ])
})

test('the server of a killed app is adopted as it runs', async () => {
  const dataDir = usedDataFolder()
  const { child, url } = await startChild(dataDir)
  const { pid } = await runningServer(dataDir)
  await kill(child)
  const adopted = await start(dataDir)
  expect(adopted.url).toBe(url)
  expect((await runningServer(dataDir)).pid).toBe(pid)
})

test('when app and server are both killed, the next start recovers what was committed', async () => {
  const dataDir = usedDataFolder()
  const { child, url } = await startChild(dataDir)
  await ask(url, 'CREATE TABLE kept AS SELECT 1 AS n')
  await kill(child)
  process.kill((await runningServer(dataDir)).pid, 'SIGKILL')
  const recovered = await start(dataDir)
  expect(await ask(recovered.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
})

test('a server killed under a running app comes back at the same address', async () => {
  const dataDir = usedDataFolder()
  const { url, stop } = await start(dataDir)
  await ask(url, 'CREATE TABLE kept AS SELECT 1 AS n')
  process.kill((await runningServer(dataDir)).pid, 'SIGKILL')
  await expect.poll(() => ask(url, 'SELECT n FROM kept').catch(() => 'away')).toEqual([{ n: 1 }])
  await stop()
  expect(isPostmasterFileLeft(dataDir)).toBe(false)
})

test('of two starts racing for one fresh folder one runs and the other gets one clear line', async () => {
  const dataDir = dataFolder()
  const starts = await Promise.allSettled([startChild(dataDir), startChild(dataDir)])
  const running = starts.find((result) => result.status === 'fulfilled')
  const refused = starts.find((result) => result.status === 'rejected')
  expect(refused?.reason.message).toMatch(
    /^Bản Tin is already running on .*var \(process \d+\): stop it, or set DATA_DIR to another folder\.$/,
  )
  expect(refused?.reason.message).toContain(`(process ${running?.value.child.pid})`)
  expect(await ask(running?.value.url ?? '', 'SELECT 1 AS n')).toEqual([{ n: 1 }])
})

test('a command shares the server of a running app and leaves it running', async () => {
  const dataDir = usedDataFolder()
  const { url } = await start(dataDir)
  const shared = await joinEmbedded({ dataDir })
  expect(shared.url).toBe(url)
  await shared.stop()
  expect(await ask(url, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
})

test('a command without a running app starts the server and stops it', async () => {
  const dataDir = usedDataFolder()
  const own = await joinEmbedded({ dataDir })
  expect(await ask(own.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
  await own.stop()
  expect(isPostmasterFileLeft(dataDir)).toBe(false)
})

test('a postmaster.pid left over with the number of another living process does not stop the start', async () => {
  const dataDir = usedDataFolder()
  await (await start(dataDir)).stop()
  writeFileSync(
    join(dataDir, 'postgres', 'data', 'postmaster.pid'),
    `${process.ppid}\n${join(dataDir, 'postgres', 'data')}\n1700000000\n5432\n\n127.0.0.1\n`,
  )
  const started = await start(dataDir)
  expect(await ask(started.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
})

test('a database that is not UTF8 is refused, and its server does not stay', async () => {
  const dataDir = usedDataFolder()
  const first = await start(dataDir)
  const elsewhere = first.url.replace(/[^/]*$/, 'postgres')
  await ask(elsewhere, 'DROP DATABASE bantin')
  await ask(elsewhere, "CREATE DATABASE bantin TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'")
  await first.stop()
  await expect(startEmbedded({ dataDir })).rejects.toThrow('The database bantin is SQL_ASCII, not UTF8')
  expect(isPostmasterFileLeft(dataDir)).toBe(false)
})

test('a folder that cannot hold a database is refused in one line', async () => {
  const dataDir = dataFolder()
  writeFileSync(dataDir, 'a file')
  await expect(startEmbedded({ dataDir })).rejects.toThrow(
    /^The data folder .* cannot be used \([^\n]*\): give it to this user, or set DATA_DIR\.$/,
  )
  rmSync(dataDir)
  mkdirSync(join(dataDir, 'postgres', 'other'), { recursive: true })
  await expect(startEmbedded({ dataDir })).rejects.toThrow(/postgres holds no database of Bản Tin/)
})

test('a server that refuses to start gives its own reason', async () => {
  const dataDir = usedDataFolder()
  await (await start(dataDir)).stop()
  writeFileSync(join(dataDir, 'postgres', 'data', 'PG_VERSION'), '12\n')
  await expect(startEmbedded({ dataDir })).rejects.toThrow(
    /^The embedded PostgreSQL does not start \(.*FATAL.*incompatible.*\); its log is .*log\.$/,
  )
})

async function start(dataDir: string) {
  const database = await startEmbedded({ dataDir })
  onTestFinished(() => database.stop())
  return database
}

/** In a process of its own, which the test may kill; its server ends with the test. */
async function startChild(dataDir: string, env: NodeJS.ProcessEnv = {}): Promise<{ child: ChildProcess; url: string }> {
  const script = fileURLToPath(new URL('../../test/embedded-child.ts', import.meta.url))
  const child = spawn(process.execPath, [script, dataDir], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(async () => {
    await kill(child)
  })
  const [said] = await once(child.stdout, 'data')
  const line = String(said).trim()
  if (!line.startsWith('postgres://')) throw new Error(line)
  return { child, url: line }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
