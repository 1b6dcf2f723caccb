import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AppProcess, startApp } from './app-process.ts'

export interface RunningApp {
  url: string
  pid: number
  /** The value of each of its metrics; what is measured of the event loop is of the time since they were asked for last. */
  metrics(): Promise<Map<string, number>>
  /** The access token of the demo's editor. */
  signIn(): Promise<string>
  stop(): Promise<void>
}

const [password, metricsToken] = ['a password of the bench', 'a-token-of-the-bench']

/**
 * The application as it is shipped, with an embedded PostgreSQL and the demo, in a folder that is gone afterwards. It is started a second
 * time: the first one has drawn the demo's pictures.
 */
export async function runApp(): Promise<RunningApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bantin-bench-'))
  await (await start(dataDir)).stop()
  const { url, pid, stop } = await start(dataDir)
  return {
    url,
    pid,
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
      await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function start(dataDir: string): Promise<AppProcess> {
  return await startApp({ DEMO: 'on', DEMO_PASSWORD: password, METRICS_TOKEN: metricsToken, DATA_DIR: dataDir })
}
