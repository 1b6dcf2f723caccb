import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { type UserRoute, userRoutes } from '../../../test/user-routes.ts'
import { createUser } from '../../../test/users.ts'

let it: TestApp
let admin: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
})
afterAll(() => it.close())

const create = { name: 'create', method: 'POST', path: '', body: { email: 'moi@example.test', name: 'Mới', grants: [] } } as const
const about = userRoutes.filter(({ body }) => body !== undefined)

/** What the server alone decides, in every spelling that a column or a field of it has. */
const serverSide = [
  ...['id', 'role', 'roles', 'unitId', 'grants', 'version', 'password', 'passwordHash', 'password_hash', 'state', 'disabledAt'],
  ...['disabled_at', 'createdAt', 'created_at', 'createdBy', 'lastSeenAt', 'hasSecondFactor', 'secondFactor', 'secret', 'token', 'link'],
  ...['openLink', 'liveSessions', 'mayChange', 'userId', 'user', 'isAdmin', 'email', 'locale', 'kind', 'expiresAt', 'constructor'],
  ...['prototype', '$set', ''],
]
/** Not one of them is what any field takes. */
const wrongValues = [{ $ne: '' }, [[]], [{ role: 'admin' }], 'x\u0000y', 'x\ud800y', '\udc00', -1, 1.5, true, null]

interface BodySchema {
  properties: Record<string, object>
  required?: string[]
}

/** The schema that the route really has: what is added to it is tested with it. */
function schemaOf({ method, path }: Pick<UserRoute, 'method' | 'path'>, base = '/users/{id}'): BodySchema {
  const operation = it.app.swagger().paths?.[`/api/v1/editorial${base}${path}`]?.[method.toLowerCase() as 'post']
  const content = (operation as { requestBody?: { content: Record<string, { schema: BodySchema }> } }).requestBody?.content
  return content?.['application/json']?.schema ?? { properties: {} }
}

/** What is wrong with a body that fits, in every way that is tried. */
function wrongBodies(valid: object, { properties, required = [] }: BodySchema): (object | string | undefined)[] {
  const fields = Object.keys(properties)
  const text = JSON.stringify(valid).slice(1, -1)
  const withMore = (more: string) => `{${[text, more].filter(Boolean).join(',')}}`
  return [
    ...serverSide.filter((field) => !fields.includes(field)).map((field) => ({ ...valid, [field]: 'admin' })),
    ...fields.flatMap((field) => [...wrongValues.map((value) => ({ ...valid, [field]: value })), `{"${field}":1e309}`]),
    ...required.map((field) => Object.fromEntries(Object.entries(valid).filter(([name]) => name !== field))),
    ...fields.map((field) => `{"${field}":{"__proto__":{"role":"admin"}}}`),
    withMore('"__proto__":{"role":"admin"}'),
    withMore('"constructor":{"prototype":{"role":"admin"}}'),
    ...[undefined, 'null', '[]', '"x"', '1', '{', '{}}', ''],
  ]
}

async function outcomes(path: string, { method }: Pick<UserRoute, 'method'>, bodies: ReturnType<typeof wrongBodies>): Promise<string[]> {
  return await unchanged(it, async () => {
    const wrong: string[] = []
    for (const body of bodies) {
      const { statusCode, headers } = await send(it, admin, method, path, body, 1)
      const isRefused = statusCode === 400 && String(headers['content-type']).startsWith('application/problem+json')
      if (!isRefused) wrong.push(`${JSON.stringify(body)} is answered with ${statusCode}`)
    }
    return wrong
  })
}

describe('Mass assignment: what only the server decides, nested writes, prototypes and wrong types → 400', () => {
  test.each(about)('$name', async (route) => {
    const id = await createUser(it, { state: route.state })
    expect(await outcomes(`/users/${id}${route.path}`, route, wrongBodies(route.body ?? {}, schemaOf(route)))).toEqual([])
  })

  test('create', async () => {
    expect(await outcomes('/users', create, wrongBodies(create.body, schemaOf(create, '/users')))).toEqual([])
  })

  const grant = { role: 'reporter', unitId: null }
  test.each<[string, unknown]>([
    ['a role that is none', [{ ...grant, role: 'owner' }]],
    ['no unit', [{ role: 'reporter' }]],
    ['a unit that is no id', [{ ...grant, unitId: 'x' }]],
    ['an id of its own', [{ ...grant, id: '00000000-0000-7000-8000-000000000000' }]],
    ['a user', [{ ...grant, userId: '00000000-0000-7000-8000-000000000000' }]],
    ['the same twice', [grant, grant]],
    [
      'more than fifty',
      Array.from({ length: 51 }, (_, i) => ({ ...grant, unitId: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}` })),
    ],
    ['one that is a text', ['admin']],
  ])('grants with %s', async (_name, grants) => {
    const id = await createUser(it)
    expect(await outcomes(`/users/${id}/grants`, { method: 'PUT' }, [{ grants: grants as object[] }])).toEqual([])
    expect(await outcomes('/users', create, [{ ...create.body, grants }])).toEqual([])
  })

  test.each<[string, object]>([
    ['an e-mail that is none', { email: 'lan' }],
    ['an e-mail with a space', { email: 'lan @example.test' }],
    ['an e-mail of 255 characters', { email: `${'a'.repeat(242)}@example.test` }],
    ['an e-mail with what turns the writing', { email: 'nal\u202E@example.test' }],
    ['an e-mail whose domain only looks like ours', { email: 'lan@\u0435xample.test' }],
    ['an e-mail for two', { email: 'lan@example.test,hoa@example.test' }],
    ['an empty name', { name: '' }],
    ['a name that shows as nothing', { name: '\u2800\u3164' }],
    ['a name with what turns the writing', { name: 'Lan \u202Enimda' }],
    ['a name that mails make a link of', { name: 'Xem https://evil.example' }],
    ['a name of spaces', { name: '  \u200b' }],
    ['a name of two lines', { name: 'Lan\nadmin' }],
    ['a name of 101 characters', { name: 'a'.repeat(101) }],
  ])('%s', async (_name, fields) => {
    const id = await createUser(it)
    expect(await outcomes(`/users/${id}`, { method: 'PATCH' }, [fields])).toEqual([])
    expect(await outcomes('/users', create, [{ ...create.body, ...fields }])).toEqual([])
  })

  test('a language that is none', async () => {
    expect(await outcomes('/users', create, [{ ...create.body, locale: 'fr' }])).toEqual([])
  })
})

test('the schemas of the bodies are found', () => {
  expect(Object.keys(schemaOf(create, '/users').properties)).toEqual(['email', 'name', 'grants', 'locale'])
  expect(about.map((route) => Object.keys(schemaOf(route).properties))).toContainEqual(['grants'])
})
