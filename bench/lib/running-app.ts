import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface RunningApp {
  url: string
  pid: number
  /** The value of each of its metrics; what is measured of the event loop is of the time since they were asked for last. */
  metrics(): Promise<Map<string, number>>
  /** The access token of the demo's editor. */
  signIn(): Promise<string>
  stop(): Promise<void>
}

const main = fileURLToPath(new URL('../../apps/api/src/main.ts', import.meta.url))
const [password, metricsToken] = ['a password of the bench', 'a-token-of-the-bench']

/**
 * The application as it is shipped, with the limits of `scripts/lib/application.mjs`, an embedded PostgreSQL and the demo, in a folder that is gone afterwards. It is started a second
 * time: the first one has drawn the demo's pictures.
 */
export async function runApp(): Promise<RunningApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bantin-bench-'))
  await end((await start(dataDir)).child)
  const { child, url } = await start(dataDir)
  return {
    url,
    pid: child.pid ?? 0,
    metrics: async () => {
      const answer = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } })
      const lines = (await answer.text()).matchAll(/^(\w+) ([\d.e+-]+)$/gm)
      return new Map([...lines].map(([, name = '', value]) => [name, Number(value)]))
    },
    signIn: async () => {
      const body = JSON.stringify({ email: 'editor@example.gov.vn', password })
      const headers = { 'content-type': 'application/json', origin: url.replace('127.0.0.1', 'localhost') }
      const answer = await fetch(`${url}/api/v1/auth/login`, { method: 'POST', body, headers })
      if (!answer.ok) throw new Error(`Signing in answered ${answer.status}.`)
      return ((await answer.json()) as { accessToken: string }).accessToken
    },
    stop: async () => {
      await end(child)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function start(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const given = { PORT: '0', HOST: '127.0.0.1', DEMO: 'on', DEMO_PASSWORD: password, METRICS_TOKEN: metricsToken, LOG_LEVEL: 'error' }
  const env = { ...given, DATA_DIR: dataDir, BANTIN_PARENT: String(process.pid) }
  const child = spawn(process.execPath, ['--max-semi-space-size=4', '--max-old-space-size=320', main], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return { child, url: await addressOf(child) }
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  await once(child, 'exit')
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  for await (const text of child.stdout ?? []) {
    said += text
    const url = /Site +(http\S+)\/\n/.exec(said)?.[1]
    if (url) {
      child.stdout?.resume()
      return url.replace('localhost', '127.0.0.1')
    }
  }
  throw new Error('The application did not start.')
}
