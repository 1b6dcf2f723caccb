import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../../../test/factories.ts'
import { signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { createUser } from '../../../test/users.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp({ smtpUrl: 'smtp://mail.example.test' })
})
afterAll(() => it.close())

test('where there is a mail server, whoever makes a link is told that it is mailed', async () => {
  const admin = await signIn(it, 'admin')
  const [invited, active] = [await createUser(it, { state: 'invited' }), await createUser(it)]
  const made = await send(it, admin, 'POST', '/users', { email: 'moi@example.test', name: 'Quàng Thị Mới', grants: [] })
  const links = [
    made.json().link,
    (await send(it, admin, 'POST', `/users/${invited}/invitation`, {})).json(),
    (await send(it, admin, 'POST', `/users/${active}/reset`, {})).json(),
  ]
  expect(links.map(({ kind, isMailed }) => [kind, isMailed])).toEqual([
    ['invitation', true],
    ['invitation', true],
    ['reset', true],
  ])
})
