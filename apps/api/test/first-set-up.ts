import { expect } from 'vitest'
import type { AppProcess } from './app-process.ts'
import { password } from './auth-client.ts'

/** Where the first start says that the first administrator is made, and with which code. */
export async function readFirstSetup({ ready, output }: AppProcess): Promise<{ address: string; code: string }> {
  await ready
  await expect.poll(() => output.stdout).toMatch(/ {2}Code {5}[A-Z2-7-]{23}\n/)
  const [, address = '', code = ''] = /Address {2}(\S+)\n {2}Code {5}(\S+)\n/.exec(output.stdout) ?? []
  return { address, code }
}

/** Makes the first administrator of an app without anybody; answers the e-mail. */
export async function makeFirstAdministrator(app: AppProcess): Promise<string> {
  const { code } = await readFirstSetup(app)
  const email = 'lan@example.test'
  const names = { siteName: 'Sở Nội vụ', name: 'Phạm Thị Lan', email, publishingPolicy: 'direct' }
  expect((await postToAuth(await app.ready, 'setup', { code, password, ...names })).status).toBe(204)
  return email
}

/** `POST /api/v1/auth/<path>` of a running app, as its desk sends it. */
export function postToAuth(url: string, path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin: url }
  return fetch(`${url}/api/v1/auth/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
}
