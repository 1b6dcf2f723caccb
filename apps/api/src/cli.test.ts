import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import {
  dataFolder,
  isPostmasterFileLeft,
  processesNaming,
  runAppProcess,
  runCommandProcess,
  runningServer,
  usedDataFolder,
} from '../test/app-process.ts'
import { joinEmbedded } from './db/embedded.ts'

test('help lists every command, and that of one command its usage', async () => {
  const help = runCommandProcess(dataFolder(), 'help')
  expect(await help.exited).toBe(0)
  for (const command of [
    'start',
    'migrate',
    'seed',
    'user create',
    'user reset-password',
    'user disable',
    'import text',
    'analytics import',
    'verify',
  ]) {
    expect(help.output.stdout).toMatch(new RegExp(`^bantin ${command}\\b`, 'm'))
  }
  const migrate = runCommandProcess(dataFolder(), 'migrate', '--help')
  expect(await migrate.exited).toBe(0)
  expect(migrate.output.stdout).not.toContain('bantin start')
})

test('an unknown command or option is one or two lines and exit code 2', async () => {
  const command = runCommandProcess(dataFolder(), 'publish')
  expect(await command.exited).toBe(2)
  expect(command.output.stderr).toBe('There is no command "publish". "bantin help" lists them all.\n')
  const option = runCommandProcess(dataFolder(), 'migrate', '--fast')
  expect(await option.exited).toBe(2)
  expect(option.output.stderr).toMatch(/^Unknown option '--fast'.*\nUsage: bantin migrate\n$/)
})

test('a command without a running app starts the database for itself and leaves nothing running', async () => {
  const dataDir = dataFolder()
  const first = runCommandProcess(dataDir, 'migrate')
  expect(await first.exited).toBe(0)
  expect(first.output.stdout).toContain('Applied migration 0001_')
  const second = runCommandProcess(dataDir, 'migrate')
  expect(await second.exited).toBe(0)
  expect(second.output).toEqual({ stdout: 'The database is up to date.\n', stderr: '' })
  const refused = runCommandProcess(dataDir, 'user', 'reset-password', '--email', 'nobody@example.test')
  expect(await refused.exited).toBe(1)
  expect(refused.output).toEqual({ stdout: '', stderr: 'Nothing was changed. There is no user with this e-mail.\n' })
  expect(processesNaming(dataDir)).toEqual([])
  expect(isPostmasterFileLeft(dataDir)).toBe(false)
})

test('a command beside a running app shares its database and leaves it running', async () => {
  const dataDir = usedDataFolder()
  const app = runAppProcess(dataDir)
  const url = await app.ready
  const command = runCommandProcess(dataDir, 'migrate')
  expect(await command.exited).toBe(0)
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
})

test('a signal ends a waiting command; the server it shared stays, one of its own does not', async () => {
  const dataDir = usedDataFolder()
  const app = await joinEmbedded({ dataDir })
  onTestFinished(() => app.stop())
  expect(await interruptWaiting(dataDir, app.url)).toBe(130)
  expect(processesNaming(dataDir)).not.toEqual([])

  await app.stop()
  const killed = runAppProcess(dataDir)
  await killed.ready
  killed.kill('SIGKILL')
  await killed.exited
  expect(await interruptWaiting(dataDir, (await runningServer(dataDir)).url)).toBe(130)
  expect(processesNaming(dataDir)).toEqual([])
})

/** Keeps `bantin migrate` waiting for its turn, then interrupts it. */
async function interruptWaiting(dataDir: string, url: string): Promise<number | NodeJS.Signals> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  await client.query('SELECT pg_advisory_lock(-8525285245963000605)')
  const command = runCommandProcess(dataDir, 'migrate')
  const atWork = "SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'bantin migrate'"
  await expect.poll(async () => (await client.query(atWork)).rows).toEqual([{ n: 1 }])
  command.kill('SIGINT')
  const code = await command.exited
  await client.end().catch(() => undefined)
  return code
}
