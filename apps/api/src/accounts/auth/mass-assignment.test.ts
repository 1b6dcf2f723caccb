import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type KnownPerson, own, password, post, signInKnowing } from '../../../test/auth-client.ts'
import { documentedRoutes } from '../../../test/smallest-request.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { loginAttempts } from '../../db/schema/login-attempts.ts'

let it: TestApp
let person: KnownPerson
beforeAll(async () => {
  it = await createTestApp()
  person = await signInKnowing(it)
})
afterAll(() => it.close())
beforeEach(() => it.app.db.delete(loginAttempts))

const token = 'A'.repeat(43)
const code = '123456'
const setup = { code: 'ABCDE', siteName: 'a', name: 'a', email: 'a@b', password, publishingPolicy: 'direct' }

/** Every route of signing in that takes a body, with one that fits. */
const bodies: Record<string, Record<string, unknown>> = {
  'POST login': { email: 'a@b', password: 'x', code, trustDevice: true },
  'POST refresh': {},
  'POST logout': {},
  'POST setup': setup,
  'POST forgot': { email: 'a@b' },
  'POST links': { token },
  'POST invitations': { token, password },
  'POST reset': { token, password },
  'PATCH me': { name: 'a', locale: 'vi' },
  'POST email': { email: 'a@b', password: 'x' },
  'POST password': { currentPassword: 'x', password },
  'POST totp': { password: 'x' },
  'POST totp/confirm': { code },
  'POST totp/remove': { password: 'x', code },
  'POST recovery-codes': { code },
}

const routes = Object.keys(bodies).map((name) => name.split(' ') as ['POST' | 'PATCH', string])

function ask([method, path]: (typeof routes)[number], body: unknown) {
  const open = ['login', 'refresh', 'logout', 'setup', 'forgot', 'links', 'invitations', 'reset'].includes(path)
  return open ? post(it, path, { body }) : own(it, person, method, path, body, { version: 1 })
}

test('no route that takes a body is left out', () => {
  const known = [...documentedRoutes(it)]
    .filter(([name, { body }]) => name.includes(' /auth/') && body !== undefined)
    .map(([name]) => name.replace('/auth/', ''))
  expect(known.sort()).toEqual(Object.keys(bodies).sort())
})

/** What nobody may say of himself. */
const more: Record<string, unknown> = {
  role: 'admin',
  id: '01900000-0000-7000-8000-000000000000',
  userId: '01900000-0000-7000-8000-000000000000',
  grants: [{ role: 'admin', unitId: null }],
  version: 1,
  disabledAt: null,
  passwordHash: 'x',
  createdBy: null,
  secondFactor: { isOn: true },
  isOn: true,
  constructor: { prototype: { role: 'admin' } },
  '': 'x',
}

const wrong = [{ $ne: '' }, ['a'], null, 1, Number.MAX_VALUE, 'a\u0000b', '\ud800', '', 'x'.repeat(3000)]

describe.each(routes)('%s /auth/%s', (...route) => {
  const good = bodies[route.join(' ')] ?? {}
  const text = JSON.stringify(good)
  const fields = Object.keys(good)

  /** Sends each body, and holds that none is taken and nothing changes or is given. */
  async function expectRefused(given: unknown[]): Promise<void> {
    const answers = await unchanged(it, () => Promise.all(given.map((body) => ask(route, body))))
    const said = answers.map(({ statusCode, headers }, index) => [given[index], statusCode, headers['set-cookie']])
    expect(said).toEqual(given.map((body) => [body, 400, undefined]))
  }

  test('with a field that is not asked for is a 400', async () => {
    await expectRefused(Object.entries(more).map(([name, value]) => ({ ...good, [name]: value })))
  })

  test('with __proto__, at the top or inside, is a 400', async () => {
    const top = `{${[text.slice(1, -1), '"__proto__":{"role":"admin"}'].filter(Boolean).join(',')}}`
    await expectRefused([top, ...fields.map((name) => text.replace(JSON.stringify(good[name]), '{"__proto__":{"a":1}}'))])
  })

  test('with a field of the wrong type is a 400', async () => {
    await expectRefused(fields.flatMap((name) => wrong.map((value) => ({ ...good, [name]: value }))))
    await expectRefused(fields.map((name) => text.replace(JSON.stringify(good[name]), '1e309')))
  })

  test('with no object at all is a 400', async () => {
    await expectRefused(['[]', '"a"', 'null', '1', 'true', '{"a"', ''])
  })
})
