import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp, testConfig } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { orderLinkByEmail } from './rescue.service.ts'

let it: TestApp
let admin: SignedInForTest
let path: string
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
  path = `/users/${admin.userId}`
})
afterAll(() => it.close())

const change = (patch: object, version?: number) => send(it, admin, 'PATCH', path, patch, version)

test('an administrator resets no password of his own: at an open desk anybody could', async () => {
  const answer = await unchanged(it, () => send(it, admin, 'POST', `${path}/reset`, {}))
  expect([answer.statusCode, answer.json().code]).toEqual([403, 'forbidden'])
})

test('he changes no e-mail of his own here, whatever version he names; his name he does', async () => {
  for (const version of [undefined, 1, 99]) {
    const answer = await unchanged(it, () => change({ name: 'Tên Mới', email: 'khac@example.test' }, version))
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'forbidden'])
  }
  const { email } = (await send(it, admin, 'GET', path)).json()
  expect((await change({ name: 'Tên Mới', email }, 1)).json()).toMatchObject({ name: 'Tên Mới', email, version: 2 })
})

test('another administrator does both for him, and so does the command line', async () => {
  const other = await signIn(it, 'admin')
  expect((await send(it, other, 'POST', `${path}/reset`, {})).statusCode).toBe(201)
  const { version } = (await send(it, other, 'GET', path)).json()
  expect((await send(it, other, 'PATCH', path, { email: 'moi@example.test' }, version)).statusCode).toBe(200)
  expect((await orderLinkByEmail(it.database.db, testConfig, 'moi@example.test')).kind).toBe('reset')
})
