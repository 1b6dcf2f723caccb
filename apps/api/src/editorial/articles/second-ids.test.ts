import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createPublished, createUnit, send } from '../../../test/factories.ts'
import { makeMoves } from '../../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let unit: string
let elsewhere: string
let publisher: SignedInForTest
let admin: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  unit = await createUnit(it)
  elsewhere = await createUnit(it)
  publisher = await signIn(it, 'publisher', unit)
  admin = await signIn(it, 'admin')
})
afterAll(() => it.close())

const missingId = '00000000-0000-7000-8000-000000000000'
type Answer = Awaited<ReturnType<typeof send>>
const outcome = (answer: Answer) => [answer.statusCode, answer.json().code, answer.json().errors?.[0]?.pointer]

describe('a second thing that a request names is looked for where the actor may look', () => {
  test('a revision is one of the article itself: another article’s number leads nowhere', async () => {
    const other = await makeMoves(it, publisher, await createDraft(it, publisher), ['submit'], ['recall'], ['edit', { sapo: 'Hai' }])
    expect(other.revision).toBe(2)
    const { id, version } = await createDraft(it, publisher)
    const answer = await unchanged(it, () => send(it, publisher, 'POST', `/articles/${id}/restore`, { revision: 2 }, version))
    expect(outcome(answer)).toEqual([422, 'unknown_reference', '/revision'])
  })

  test('an edition is one of the article itself, and of several unknown ones each is named; the known one is not emptied', async () => {
    await makeMoves(it, admin, await createPublished(it, admin), ['edit', { sapo: 'Hai' }], ['publish', { kind: 'major' }])
    const { id, version } = await makeMoves(it, admin, await createPublished(it, admin), ['hold'])
    const redact = () => send(it, admin, 'POST', `/articles/${id}/redact`, { editions: [1, 2, 9], reason: 'Trẻ em' }, version)
    const answer = await unchanged(it, redact)
    expect(outcome(answer)).toEqual([422, 'unknown_reference', '/editions/1'])
    expect(answer.json().errors).toHaveLength(2)
  })

  test('a target that is a draft, held, foreign and hidden, missing or the article itself is answered with the same bytes', async () => {
    const { id, version } = await createPublished(it, publisher)
    const held = await makeMoves(it, admin, await createPublished(it, admin, { unitId: elsewhere }), ['hold'])
    const targets = [
      (await createDraft(it, publisher)).id,
      (await createDraft(it, admin, { unitId: elsewhere })).id,
      ...[held.id, id, missingId],
    ]
    await unchanged(it, async () => {
      const answers: Answer[] = []
      for (const target of targets) answers.push(await send(it, publisher, 'POST', `/articles/${id}/redirect`, { target }, version))
      expect(outcome(answers[0] as Answer)).toEqual([422, 'unknown_reference', '/target'])
      expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    })
  })

  test('a target that readers may see is taken, whichever unit it is of, and is not changed itself', async () => {
    const { id, version } = await createPublished(it, publisher)
    const target = await createPublished(it, admin, { unitId: elsewhere })
    await makeMoves(it, publisher, { id, version }, ['redirect', { target: target.id }])
    expect((await send(it, admin, 'GET', `/articles/${target.id}`)).json()).toMatchObject({
      version: target.version,
      publicState: 'published',
    })
  })

  test('whoever is asked to work on it has a role in the unit that writes: nobody else’s id says whether there is somebody', async () => {
    const { id, version } = await createDraft(it, publisher)
    const disabled = await signIn(it, 'editor', unit)
    await it.database.db.execute(`UPDATE users SET disabled_at = now() WHERE id = '${disabled.userId}'`)
    const others = [await signIn(it, 'editor', elsewhere), await signIn(it, 'auditor'), disabled]
    await unchanged(it, async () => {
      const bodies: string[] = []
      for (const userId of [...others.map((person) => person.userId), missingId]) {
        const answer = await send(it, publisher, 'POST', `/articles/${id}/assign`, { userId }, version)
        expect(outcome(answer)).toEqual([422, 'unknown_reference', '/userId'])
        bodies.push(answer.body)
      }
      expect(new Set(bodies).size).toBe(1)
    })
  })

  test('content names what exists: media, authors, units, categories and tags, each with its place', async () => {
    const { id, version } = await createDraft(it, publisher)
    const patch = {
      heroMediaId: missingId,
      bylines: [{ authorId: missingId, role: 'text' }],
      units: [{ unitId: missingId, role: 'lead' }],
      categoryIds: [missingId],
      tagIds: [missingId],
    }
    const answer = await unchanged(it, () => send(it, publisher, 'PATCH', `/articles/${id}`, patch, version))
    expect(answer.json().errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      ...['/heroMediaId', '/bylines/0/authorId', '/units/0/unitId', '/categoryIds/0', '/tagIds/0'],
    ])
  })
})
