import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runAppProcess, usedDataFolder } from '../test/app-process.ts'
import { password } from '../test/auth-client.ts'
import { makeFirstAdministrator, postToAuth } from '../test/first-set-up.ts'

function mailsIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : []
}

test('who forgot the password is sent a link that opens and works once: by a file for the operator alone, without a mail server', async () => {
  const dataDir = usedDataFolder()
  const app = runAppProcess(dataDir)
  const url = await app.ready
  const email = await makeFirstAdministrator(app)
  for (const asked of ['nobody@example.test', email]) expect((await postToAuth(url, 'forgot', { email: asked })).status).toBe(204)

  const folder = join(dataDir, 'mail')
  await expect.poll(() => mailsIn(folder).length).toBe(1)
  const file = join(folder, mailsIn(folder)[0] ?? '')
  expect(statSync(file).mode & 0o077).toBe(0)
  const mail = readFileSync(file, 'utf8')
  expect(mail).toContain(`To: ${email}\r\n`)
  const token = new RegExp(`^${url}/dang-nhap/mat-khau#([\\w-]{43})\r$`, 'm').exec(mail)?.[1]

  const opened = await postToAuth(url, 'links', { token })
  expect([opened.status, await opened.json()]).toMatchObject([200, { kind: 'reset', email, name: 'Phạm Thị Lan' }])
  const set = () => postToAuth(url, 'reset', { token, password: 'quả bóng tròn lăn' })
  expect([(await set()).status, (await set()).status]).toEqual([204, 404])
  const signIn = async (given: string) => (await postToAuth(url, 'login', { email, password: given })).status
  expect([await signIn(password), await signIn('quả bóng tròn lăn')]).toEqual([401, 200])
  expect(app.output.stdout + app.output.stderr).not.toContain(token)
})
