import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArticleRoute, articleRoutes } from '../../../test/article-routes.ts'
import { createDraft, createPublished, createUnit, send } from '../../../test/factories.ts'
import { makeMoves } from '../../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let unit: string
let publisher: SignedInForTest
let target: string
beforeAll(async () => {
  it = await createTestApp()
  unit = await createUnit(it)
  publisher = await signIn(it, 'publisher', unit)
  target = (await createPublished(it, publisher)).id
})
afterAll(() => it.close())

const missingId = '00000000-0000-7000-8000-000000000000'

/** Where the route is possible for its author. */
async function articleFor({ from }: ArticleRoute) {
  return await makeMoves(it, publisher, await createDraft(it, publisher), ...from)
}

function ask({ method, path, body }: ArticleRoute, as: SignedInForTest | null, id: string, version?: number, headers = {}) {
  return send(it, as, method, `/articles/${id}${path}`, body?.(target), version, headers)
}

const outcome = (answer: Awaited<ReturnType<typeof ask>>) => `${answer.statusCode} ${answer.json().code}`

describe.each(articleRoutes)('$name', (route) => {
  test('answers 401 without a session, with a token that has run out, and after signing out', async () => {
    const { id, version } = await articleFor(route)
    const { userId, sessionId } = publisher
    const expired = it.app.accessTokens.sign({ userId, sessionId, issuedAt: Math.floor(Date.now() / 1000) - 3600 })
    const signedOut = await signIn(it, 'publisher', unit)
    await it.database.db.execute(`UPDATE sessions SET ended_at = now(), ended_because = 'logout' WHERE id = '${signedOut.sessionId}'`)
    await unchanged(it, async () => {
      expect(outcome(await ask(route, null, id, version))).toBe('401 unauthorized')
      expect(outcome(await ask(route, null, id, version, { authorization: `Bearer ${expired}` }))).toMatch(/^401 /)
      expect(outcome(await ask(route, signedOut, id, version))).toMatch(/^401 /)
    })
  })

  test('answers people of other units, and reporters who do not work on it, as if nothing were there, byte for byte', async () => {
    const { id, version } = await articleFor(route)
    const elsewhere = await createUnit(it)
    const strangers = [
      await signIn(it, 'reporter', unit),
      await signIn(it, 'editor', elsewhere),
      await signIn(it, 'admin', elsewhere),
      await signIn(it, 'auditor', elsewhere),
    ]
    await unchanged(it, async () => {
      for (const stranger of strangers) {
        const [hidden, missing] = [await ask(route, stranger, id, version), await ask(route, stranger, missingId, version)]
        expect(outcome(hidden)).toBe('404 not_found')
        expect(hidden.rawPayload).toEqual(missing.rawPayload)
        expect(outcome(await ask(route, stranger, id))).toBe('404 not_found')
      }
    })
  })
})

const visible = articleRoutes.flatMap((route) => (route.forbiddenTo ? [{ ...route, forbiddenTo: route.forbiddenTo }] : []))

test.each(visible)('$name is answered with 403 to the $forbiddenTo who sees the article', async (route) => {
  const { id, version } = await articleFor(route)
  const person = await signIn(it, route.forbiddenTo, unit)
  await unchanged(it, async () => {
    expect(outcome(await ask(route, person, id, version))).toBe('403 forbidden')
    expect(outcome(await ask(route, person, id, version + 3))).toBe('403 forbidden')
  })
})
