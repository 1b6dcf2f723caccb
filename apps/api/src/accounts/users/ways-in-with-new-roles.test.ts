import type { GrantInput } from '@bantin/shared/users'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { own, password, post, signInAgain } from '../../../test/auth-client.ts'
import { createUnit, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp, testConfig } from '../../../test/test-app.ts'
import { createUser } from '../../../test/users.ts'
import { passwordLinks } from '../../db/schema/sessions.ts'
import { createPasswordLink } from '../password-links/create-password-link.ts'

let it: TestApp
let admin: SignedInForTest
let unit: string
let below: string
let elsewhere: string
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
  unit = await createUnit(it)
  below = await createUnit(it, { parentId: unit })
  elsewhere = await createUnit(it)
})
afterAll(() => it.close())

const over = (unitId: string | null, role: GrantInput['role'] = 'reporter'): GrantInput => ({ role, unitId })
const give = (id: string, grants: GrantInput[], as = admin, version = 1) => send(it, as, 'PUT', `/users/${id}/grants`, { grants }, version)

describe('a link to set the password, when there is a new role', () => {
  const openLink = async (id: string) => (await send(it, admin, 'GET', `/users/${id}`)).json().openLink

  test('is closed when its maker may not change the account any more: he does not come in with that role', async () => {
    const ofUnit = await signIn(it, 'admin', unit)
    const id = await createUser(it, { grants: [over(unit)] })
    await send(it, ofUnit, 'POST', `/users/${id}/reset`, {})
    await give(id, [over(below)], ofUnit)
    expect(await openLink(id)).toMatchObject({ kind: 'reset' })
    await give(id, [], admin, 2)
    expect(await openLink(id)).toMatchObject({ kind: 'reset' })
    await give(id, [over(null, 'publisher')], admin, 3)
    expect(await openLink(id)).toBeNull()
  })

  test('stays open when its maker may still: an invitation survives the role that another one adds', async () => {
    const grants = [over(unit)]
    const { user } = (await send(it, admin, 'POST', '/users', { email: 'moi@example.test', name: 'Mới', grants })).json()
    const ofUnit = await signIn(it, 'admin', unit)
    expect((await give(user.id, [over(unit, 'editor')], ofUnit)).json().openLink).toMatchObject({ kind: 'invitation' })
    const ofBoth = await createUser(it, { grants: [over(unit, 'admin'), over(elsewhere, 'admin')] })
    await it.database.db.update(passwordLinks).set({ createdBy: ofBoth }).where(eq(passwordLinks.userId, user.id))
    expect((await give(user.id, [over(unit), over(elsewhere)], admin, 2)).json().openLink).toMatchObject({ kind: 'invitation' })
    expect((await give(user.id, [over(unit), over(null)], admin, 3)).json().openLink).toBeNull()
  })

  test('is closed when its maker is disabled, and stays when the person asked for it himself', async () => {
    const id = await createUser(it, { grants: [over(unit)] })
    const former = await signIn(it, 'admin')
    await send(it, former, 'POST', `/users/${id}/reset`, {})
    await send(it, admin, 'POST', `/users/${former.userId}/disable`, {}, 1)
    expect((await give(id, [over(unit), over(below)])).json().openLink).toBeNull()
    await it.database.db.transaction((tx) => createPasswordLink(tx, testConfig, { userId: id, kind: 'reset', createdBy: null }))
    expect((await give(id, [over(null)], admin, 2)).json().openLink).toMatchObject({ kind: 'reset' })
  })
})

test('a session that was opened with a password of another one goes on with the new role, until the person sets one himself', async () => {
  const [ofUnit, email] = [await signIn(it, 'admin', unit), 'chiem@example.test']
  const id = await createUser(it, { email, grants: [over(unit)] })
  const setPassword = async (as: SignedInForTest, chosen: string) => {
    const { url } = (await send(it, as, 'POST', `/users/${id}/reset`, {})).json()
    expect((await post(it, 'reset', { body: { token: url.split('#')[1], password: chosen } })).statusCode).toBe(204)
  }
  await setPassword(ofUnit, password)
  const taken = await signInAgain(it, { email })
  expect((await give(id, [over(null)], admin, 2)).statusCode).toBe(200)
  expect((await own(it, taken, 'GET', 'me')).json().grants).toMatchObject([over(null)])
  await setPassword(admin, 'quả bóng tròn lăn')
  expect((await own(it, taken, 'GET', 'me')).statusCode).toBe(401)
  expect((await post(it, 'login', { body: { email, password } })).statusCode).toBe(401)
})
