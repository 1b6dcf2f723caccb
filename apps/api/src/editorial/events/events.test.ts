import { sql } from 'drizzle-orm'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { commentOn } from '../../../test/comments.ts'
import { openDesk, pollEvents } from '../../../test/events.ts'
import { createDraft, createUnit, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let unit: string
let editor: SignedInForTest
let admin: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  unit = await createUnit(it)
  editor = await signIn(it, 'editor', unit)
  admin = await signIn(it, 'admin')
})
afterAll(() => it.close())

describe('events', () => {
  test('without a cursor are none, and the cursor is the one of now', async () => {
    await createDraft(it, editor)
    const answer = await pollEvents(it, editor)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({ data: [], cursor: expect.stringMatching(/^\d+:0$/) })
    expect(answer.headers['cache-control']).toBe('private, no-store')
  })

  test('say who did what to which article and which version it has since', async () => {
    const { id } = await createDraft(it, editor)
    const desk = await openDesk(it, editor)
    await send(it, admin, 'PATCH', `/articles/${id}`, { sapo: 'Thêm.', kicker: 'Tin' }, 1)
    await commentOn(it, editor, id)
    const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*\+07:00$/)
    const events = await desk.take(2)
    expect(events).toEqual([
      {
        at,
        action: 'article.edit',
        articleId: id,
        mediaId: null,
        version: 2,
        by: { id: admin.userId, name: 'Test admin' },
        fields: expect.arrayContaining(['sapo', 'kicker']),
      },
      {
        at,
        action: 'comment.create',
        articleId: id,
        mediaId: null,
        version: null,
        by: { id: editor.userId, name: 'Test editor' },
        fields: ['text'],
      },
    ])
  })

  test('come a hundred at a time, in order, each once', async () => {
    const { id } = await createDraft(it, editor)
    const desk = await openDesk(it, editor)
    await it.database.db.execute(sql`
      INSERT INTO audit_log (actor_name, action, entity, entity_id, version)
      SELECT 'many', 'article.edit', 'article', ${id}, n FROM generate_series(1, 250) AS n`)
    const first = await desk.take(1)
    expect(first).toHaveLength(100)
    const versions = [...first, ...(await desk.take(150))].map(({ version }) => version)
    expect(versions).toEqual(Array.from({ length: 250 }, (_, n) => n + 1))
  })

  test('behind thousands of deeds that are not for the reader come all the same', async () => {
    const { id } = await createDraft(it, editor)
    const desk = await openDesk(it, editor)
    const { id: foreign } = await createDraft(it, admin, { unitId: await createUnit(it) })
    await it.database.db.execute(sql`
      INSERT INTO audit_log (actor_name, action, entity, entity_id)
      SELECT 'many', 'article.edit', 'article', ${foreign} FROM generate_series(1, 2500)`)
    await send(it, editor, 'PATCH', `/articles/${id}`, { sapo: 'Thêm.' }, 1)
    expect(await desk.take(1)).toMatchObject([{ articleId: id, version: 2 }])
  })

  test('of a cursor from a time to come begin now: the database is an older copy', async () => {
    const after = '999999999999:5'
    const { data, cursor } = (await pollEvents(it, editor, { after })).json()
    expect(data).toEqual([])
    expect(Number(cursor.split(':')[0])).toBeLessThan(999_999_999_999)
  })
})

describe('Objects: events of a foreign unit are absent', () => {
  test('an editor hears of the articles of his unit, a reporter of his own, an admin and an auditor of all', async () => {
    const reporter = await signIn(it, 'reporter', unit)
    const auditor = await signIn(it, 'auditor')
    const desks = await Promise.all([reporter, editor, admin, auditor].map((person) => openDesk(it, person)))
    const { id: foreign } = await createDraft(it, admin, { unitId: await createUnit(it) })
    const { id: ofUnit } = await createDraft(it, editor)
    const { id: own } = await createDraft(it, reporter)
    const heard = await Promise.all(desks.map((desk, person) => desk.take([1, 2, 3, 3][person] as number)))
    const ids = heard.map((events) => events.map(({ articleId }) => articleId))
    expect(ids).toEqual([[own], [ofUnit, own], [foreign, ofUnit, own], [foreign, ofUnit, own]])
  })

  test('an article that moves away is heard of no more', async () => {
    const { id } = await createDraft(it, editor)
    const desk = await openDesk(it, editor)
    await send(it, editor, 'PATCH', `/articles/${id}`, { sapo: 'Thêm.' }, 1)
    await it.database.db.execute(sql`UPDATE articles SET unit_id = ${await createUnit(it)} WHERE id = ${id}`)
    const { id: next } = await createDraft(it, editor)
    expect(await desk.take(1)).toMatchObject([{ articleId: next }])
  })

  test('a draft that was deleted is heard of by those alone who read everything', async () => {
    const { id, version } = await createDraft(it, editor)
    const [ofEditor, ofAdmin] = [await openDesk(it, editor), await openDesk(it, admin)]
    await send(it, editor, 'DELETE', `/articles/${id}`, undefined, version)
    const { id: next } = await createDraft(it, editor)
    expect(await ofEditor.take(1)).toMatchObject([{ articleId: next }])
    expect(await ofAdmin.take(2)).toMatchObject([{ articleId: id, action: 'article.delete' }, { articleId: next }])
  })

  test('what is done with files of the library is heard of by everybody who has a role, and by nobody else', async () => {
    const people = await Promise.all([signIn(it, 'reporter', unit), signIn(it, 'auditor'), signIn(it, 'reporter', unit)])
    const desks = await Promise.all(people.map((person) => openDesk(it, person)))
    await it.database.db.execute(sql`DELETE FROM grants WHERE user_id = ${people[2]?.userId}`)
    const id = uuidv7()
    await it.database.db.execute(sql`
      INSERT INTO audit_log (actor_name, action, entity, entity_id, version, fields)
      VALUES ('x', 'media.change', 'media', ${id}, 2, '{alt}'), ('x', 'media.delete', 'media', ${id}, 3, '{}')`)
    const told = { articleId: null, mediaId: id, by: { id: null, name: 'x' } }
    for (const desk of desks.slice(0, 2))
      expect(await desk.take(2)).toMatchObject([
        { ...told, action: 'media.change', version: 2, fields: ['alt'] },
        { ...told, action: 'media.delete', version: 3 },
      ])
    expect((await pollEvents(it, people[2] as SignedInForTest, { after: desks[2]?.cursor() ?? '' })).json().data).toEqual([])
  })

  test('deeds that are about something else are told nobody', async () => {
    const desk = await openDesk(it, admin)
    const { id } = await createDraft(it, admin, { unitId: unit })
    await it.database.db.execute(sql`
      INSERT INTO audit_log (actor_name, action, entity, entity_id) VALUES ('x', 'user.create', 'user', ${id}), ('x', 'session.login', 'session', ${id})`)
    await send(it, admin, 'PATCH', `/articles/${id}`, { sapo: 'Thêm.' }, 1)
    expect((await desk.take(2)).map(({ action }) => action)).toEqual(['article.create', 'article.edit'])
  })
})

describe('Concurrency: nothing that is committed late is missed', () => {
  test('what was done later waits for an older transaction, and comes after it', async () => {
    const { id } = await createDraft(it, editor)
    const desk = await openDesk(it, editor)
    const slow = await openTransaction()
    await slow.query(`INSERT INTO audit_log (actor_name, action, entity, entity_id) VALUES ('slow', 'article.hold', 'article', '${id}')`)
    await send(it, editor, 'PATCH', `/articles/${id}`, { sapo: 'Thêm.' }, 1)
    const meanwhile = (await pollEvents(it, editor, { after: desk.cursor() })).json()
    expect(meanwhile.data).toEqual([])
    await slow.query('COMMIT')
    expect((await desk.take(2)).map(({ action }) => action)).toEqual(['article.hold', 'article.edit'])
    // From the cursor that was given while the slow one was open, both are still to come.
    const later = (await pollEvents(it, editor, { after: meanwhile.cursor })).json()
    expect(later.data.map(({ action }: { action: string }) => action)).toEqual(['article.hold', 'article.edit'])
  })

  test('what an aborted transaction did never happened, and holds nothing back', async () => {
    const { id } = await createDraft(it, editor)
    const desk = await openDesk(it, editor)
    const slow = await openTransaction()
    await slow.query(`INSERT INTO audit_log (actor_name, action, entity, entity_id) VALUES ('slow', 'article.hold', 'article', '${id}')`)
    await send(it, editor, 'PATCH', `/articles/${id}`, { sapo: 'Thêm.' }, 1)
    await slow.query('ROLLBACK')
    expect(await desk.take(1)).toMatchObject([{ action: 'article.edit' }])
  })
})

describe('refusals change nothing', () => {
  test.each([
    ['a cursor that is none', 'after=abc'],
    ['half a cursor', 'after=12'],
    ['a cursor too long', `after=${'9'.repeat(19)}:1`],
    ['a cursor with a command', "after=1:1'--"],
    ['a wait that is too long', 'wait=26'],
    ['a wait below nothing', 'wait=-1'],
    ['a wait in words', 'wait=long'],
    ['an unknown parameter', 'since=1:1'],
  ])('%s → 400', async (_name, query) => {
    const answer = await unchanged(it, () => send(it, editor, 'GET', `/events?${query}`))
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_request'])
  })

  test('without a session → 401', async () => {
    const answer = await unchanged(it, () => send(it, null, 'GET', '/events?wait=25'))
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'unauthorized'])
  })
})

async function openTransaction(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: it.databaseUrl })
  await client.connect()
  onTestFinished(() => client.end())
  await client.query('BEGIN')
  return client
}
