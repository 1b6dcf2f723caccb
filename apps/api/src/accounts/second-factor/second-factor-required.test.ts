import type { Role } from '@bantin/shared/permissions'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { own, password, signInKnowing } from '../../../test/auth-client.ts'
import { createUnit, send } from '../../../test/factories.ts'
import { said } from '../../../test/said.ts'
import { turnOn } from '../../../test/second-factor.ts'
import { documentedRoutes, unknownId } from '../../../test/smallest-request.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { sites } from '../../db/schema/sites.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

const require = (secondFactorRequired: boolean) => it.app.db.update(sites).set({ secondFactorRequired })
beforeEach(() => require(true))
afterEach(() => require(false))

describe('where the site requires a second factor', () => {
  test.each<[Role, number]>([
    ['reporter', 200],
    ['editor', 200],
    ['publisher', 403],
    ['admin', 403],
    ['auditor', 200],
  ])('a %s without one is answered %i by the desk', async (role, status) => {
    for (const unitId of [null, await createUnit(it)]) {
      const person = await signInKnowing(it, role, unitId)
      expect((await send(it, person, 'GET', '/articles')).statusCode).toBe(status)
      const { secondFactor } = (await own(it, person, 'GET', 'me')).json()
      expect(secondFactor).toEqual({ isOn: false, isRequired: status === 403, recoveryCodes: 0 })
    }
  })

  test('no editorial route lets a publisher without one in, whatever is asked, and none changes anything', async () => {
    const publisher = await signInKnowing(it, 'publisher')
    const routes = [...documentedRoutes(it).values()].filter(({ path }) => path.startsWith('/api/v1/editorial/'))
    expect(routes.length).toBeGreaterThan(50)
    const answers = await unchanged(it, () =>
      Promise.all(
        routes.map(({ method, path }) => {
          const url = `${path.replaceAll(/\{\w+\}/g, unknownId)}?nonsense=1`
          return it.app.inject({ method, url, headers: { authorization: publisher.authorization } })
        }),
      ),
    )
    expect(answers.map(said)).toEqual(routes.map(() => [403, 'second_factor_required']))
  })

  test('the account stays open, so that it can be turned on, and then the desk opens in the same session', async () => {
    const publisher = await signInKnowing(it, 'publisher')
    for (const path of ['me', 'sessions', 'trusted-devices']) expect((await own(it, publisher, 'GET', path)).statusCode).toBe(200)
    await turnOn(it, publisher)
    expect((await send(it, publisher, 'GET', '/articles')).statusCode).toBe(200)
  })

  test('an offer that was not confirmed is none', async () => {
    const publisher = await signInKnowing(it, 'publisher')
    await own(it, publisher, 'POST', 'totp', { password })
    expect(said(await send(it, publisher, 'GET', '/articles'))).toEqual([403, 'second_factor_required'])
  })

  test('nobody of whom it is required turns it off; the others do', async () => {
    const [publisher, editor] = [await signInKnowing(it, 'publisher'), await signInKnowing(it, 'editor')]
    for (const [person, status] of [
      [publisher, 409],
      [editor, 204],
    ] as const) {
      const { recoveryCodes } = await turnOn(it, person)
      const end = () => own(it, person, 'POST', 'totp/remove', { password, code: recoveryCodes[0] })
      const answer = await (status === 409 ? unchanged(it, end) : end())
      expect(answer.statusCode).toBe(status)
    }
    await require(false)
    const { recoveryCodes } = (await own(it, publisher, 'GET', 'me')).json().secondFactor
    expect(recoveryCodes).toBe(10)
  })

  test('acts on the next request, and ends as soon as it is asked no more', async () => {
    await require(false)
    const admin = await signInKnowing(it, 'admin')
    expect((await send(it, admin, 'GET', '/articles')).statusCode).toBe(200)
    await require(true)
    expect((await send(it, admin, 'GET', '/articles')).statusCode).toBe(403)
    await require(false)
    expect((await send(it, admin, 'GET', '/articles')).statusCode).toBe(200)
  })
})
