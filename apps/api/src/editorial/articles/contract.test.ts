import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArticleRoute, articleRoutes } from '../../../test/article-routes.ts'
import { createDraft, createPublished, send } from '../../../test/factories.ts'
import { makeMoves } from '../../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let admin: SignedInForTest
let target: string
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
  target = (await createPublished(it, admin)).id
})
afterAll(() => it.close())

const writing = articleRoutes.filter(({ body }) => body !== null)

/** What the server alone decides, in every spelling that a column or a field of it has. */
const serverSide = [
  ...['id', 'role', 'version', 'status', 'publishedAt', 'createdBy', 'updatedBy', 'workState', 'publicState', 'siteId', 'unitId', 'slug'],
  ...['edition', 'policy', 'headRevisionId', 'approvedRevisionId', 'isApproved', 'assignee', 'assigneeId', 'lastWriterId', 'backfill'],
  ...['work_state', 'created_by', 'scheduledBy', 'forcedAt', 'heldAt', 'sealed', 'savedBy', 'constructor', 'prototype', '$set', ''],
]
/** Not one of them is what any field takes. */
const wrongValues = [{ $ne: '' }, [[]], 'x\u0000y', 'x\ud800y', '\udc00', -1, 1.5, false]

interface BodySchema {
  properties: Record<string, { type?: string; anyOf?: { type?: string }[] }>
  required?: string[]
}

/** The schema that the route really has: what is added to it is tested with it. */
function schemaOf({ method, path }: ArticleRoute): BodySchema {
  const operation = it.app.swagger().paths?.[`/api/v1/editorial/articles/{id}${path}`]?.[method.toLowerCase() as 'post']
  const content = (operation as { requestBody?: { content: Record<string, { schema: BodySchema }> } }).requestBody?.content
  return content?.['application/json']?.schema ?? { properties: {} }
}

async function outcomes(route: ArticleRoute, bodies: (object | string | undefined)[]): Promise<string[]> {
  const { id, version } = await makeMoves(it, admin, await createDraft(it, admin), ...route.from)
  return await unchanged(it, async () => {
    const wrong: string[] = []
    for (const body of bodies) {
      const { statusCode, headers } = await send(it, admin, route.method, `/articles/${id}${route.path}`, body, version)
      const isRefused = statusCode === 400 && String(headers['content-type']).startsWith('application/problem+json')
      if (!isRefused) wrong.push(`${JSON.stringify(body)} is answered with ${statusCode}`)
    }
    return wrong
  })
}

describe.each(writing)('$name', (route) => {
  test('takes no field that only the server decides, and none that it does not know', async () => {
    const known = Object.keys(schemaOf(route).properties)
    const fields = serverSide.filter((field) => !known.includes(field))
    const valid = route.body?.(target) ?? {}
    expect(
      await outcomes(
        route,
        fields.map((field) => ({ ...valid, [field]: 'admin' })),
      ),
    ).toEqual([])
  })

  test('takes nothing that reaches into the prototype, in any depth', async () => {
    const valid = JSON.stringify(route.body?.(target) ?? {}).slice(1, -1)
    const withMore = (more: string) => `{${[valid, more].filter(Boolean).join(',')}}`
    const inside = Object.keys(schemaOf(route).properties).map((field) => `{"${field}":{"__proto__":{"role":"admin"}}}`)
    const bodies = [withMore('"__proto__":{"role":"admin"}'), withMore('"constructor":{"prototype":{"role":"admin"}}'), ...inside]
    expect(await outcomes(route, bodies)).toEqual([])
  })

  test('takes no field with a value of another type', async () => {
    const valid = route.body?.(target) ?? {}
    const bodies = Object.entries(schemaOf(route).properties).flatMap(([field, { type, anyOf }]) => {
      const isBoolean = [type, ...(anyOf ?? []).map((one) => one.type)].includes('boolean')
      const wrong = wrongValues.filter((value) => !(isBoolean && typeof value === 'boolean'))
      return [...wrong.map((value) => ({ ...valid, [field]: value })), `{"${field}":1e309}`]
    })
    expect(await outcomes(route, bodies)).toEqual([])
  })

  test('takes no body but an object with what is required', async () => {
    const { required = [] } = schemaOf(route)
    const valid = route.body?.(target) ?? {}
    const without = required.map((field) => Object.fromEntries(Object.entries(valid).filter(([name]) => name !== field)))
    const cleared = required.map((field) => ({ ...valid, [field]: null })).filter((body) => !('userId' in body))
    expect(await outcomes(route, [...without, ...cleared, undefined, 'null', '[]', '"x"', '1', '{', '{}}', ''])).toEqual([])
  })
})

test('creating takes no field that only the server decides', async () => {
  await unchanged(it, async () => {
    for (const field of serverSide.filter((one) => one !== 'unitId')) {
      const answer = await send(it, admin, 'POST', '/articles', { title: 'Bài mới', [field]: 'admin' })
      expect([field, answer.statusCode]).toEqual([field, 400])
    }
  })
})

test('the schemas of the bodies are found', () => {
  const fieldsOf = (name: string) => Object.keys(schemaOf(articleRoutes.find((route) => route.name === name) as ArticleRoute).properties)
  expect([fieldsOf('publish').slice(0, 3), fieldsOf('redact')]).toEqual([
    ['kind', 'note', 'correction'],
    ['editions', 'address', 'reason'],
  ])
})

test('an id in any other form is refused', async () => {
  const { id, version } = await createDraft(it, admin)
  await unchanged(it, async () => {
    for (const { method, path, body } of articleRoutes) {
      for (const wrong of ['x', `${id}x`, id.replace('-', ''), "1'--", '%20']) {
        const answer = await send(it, admin, method, `/articles/${wrong}${path}`, body?.(target), version)
        expect([method, wrong, path, answer.statusCode]).toEqual([method, wrong, path, 400])
      }
    }
  })
})
