import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArticleRoute, articleRoutes } from '../../../test/article-routes.ts'
import { createDraft, createPublished, send } from '../../../test/factories.ts'
import { type Move, makeMoves } from '../../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let publisher: SignedInForTest
let admin: SignedInForTest
let target: string
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
  admin = await signIn(it, 'admin')
  target = (await createPublished(it, publisher)).id
})
afterAll(() => it.close())

/** The author may do everything but redact. */
const actorOf = ({ name }: ArticleRoute) => (name === 'redact' ? admin : publisher)
const lead = async (moves: Move[]) => await makeMoves(it, publisher, await createDraft(it, publisher), ...moves)

function ask(route: ArticleRoute, id: string, ifMatch?: string) {
  const headers: Record<string, string> = ifMatch === undefined ? {} : { 'if-match': ifMatch }
  return send(it, actorOf(route), route.method, `/articles/${id}${route.path}`, route.body?.(target), undefined, headers)
}

describe.each(articleRoutes.filter(({ needsVersion }) => needsVersion))('$name', (route) => {
  test('needs the version that stands: 428 without, 412 with any other, which names what stands', async () => {
    const { id, version } = await lead(route.from)
    await unchanged(it, async () => {
      const without = await ask(route, id)
      expect([without.statusCode, without.json().code]).toEqual([428, 'version_required'])
      for (const ifMatch of [`"${version + 1}"`, `"${version - 1}"`, 'W/"0"', String(version), '*', '"x"', '""', `"${version}", "9"`]) {
        const { statusCode, body } = await ask(route, id, ifMatch)
        const { code, current } = JSON.parse(body)
        expect([ifMatch, statusCode, code, current.version]).toEqual([ifMatch, 412, 'version_stale', version])
      }
    })
  })

  test('takes the version that a proxy has weakened, and answers the new one', async () => {
    const { id, version } = await lead(route.from)
    const answer = await ask(route, id, `W/"${version}"`)
    if (route.name === 'delete') expect([answer.statusCode, answer.body, answer.headers.etag]).toEqual([204, '', undefined])
    else {
      // Who works on it is nothing of the article itself.
      const after = route.name === 'assign' ? version : version + 1
      expect([answer.statusCode, answer.json().version, answer.headers.etag]).toEqual([200, after, `"${after}"`])
    }
  })
})

const refusable = articleRoutes.filter(({ refusedFrom }) => refusedFrom)

test.each(refusable)('$name is refused with 409 where the states do not allow it, after the version was looked at', async (route) => {
  const { id, version } = await lead(route.refusedFrom ?? [])
  await unchanged(it, async () => {
    const answer = await ask(route, id, `"${version}"`)
    expect([answer.statusCode, answer.json().code]).toEqual([409, route.refusal])
    expect((await ask(route, id, `"${version + 1}"`)).statusCode).toBe(412)
    expect((await ask(route, id)).statusCode).toBe(428)
  })
})
