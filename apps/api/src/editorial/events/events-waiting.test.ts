import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { json } from 'node:stream/consumers'
import { eq } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { cursorOfNow, pollEvents, waitTwice } from '../../../test/events.ts'
import { createDraft, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { users } from '../../db/schema/users.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { openWaitingRoom } from '../../lib/waiting-room.ts'
import { pollEvents as poll } from './events.service.ts'

let it: TestApp
let editor: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  editor = await signIn(it, 'editor')
})
afterAll(() => it.close())

const waitWith = (as: SignedInForTest, after: string) => waitTwice(() => pollEvents(it, as, { after, wait: 25 }))
const statusesOf = (answers: { statusCode: number }[]) => answers.map(({ statusCode }) => statusCode)

const toldNothing = { isConnected: () => false, subscribe: () => () => undefined, close: async () => undefined }

describe('a waiting poll', () => {
  test('answers when something happens', async () => {
    const { answers } = await waitWith(editor, await cursorOfNow(it, editor))
    const { id } = await createDraft(it, editor)
    for (const answer of await answers) expect(answer.json().data).toMatchObject([{ articleId: id, action: 'article.create' }])
  })

  test('answers with nothing when the time is over, and its cursor goes on', async () => {
    const answer = await pollEvents(it, editor, { after: await cursorOfNow(it, editor), wait: 1 })
    expect([answer.statusCode, answer.json().data]).toEqual([200, []])
    const { id } = await createDraft(it, editor)
    await expect
      .poll(async () => (await pollEvents(it, editor, { after: answer.json().cursor })).json().data)
      .toMatchObject([{ articleId: id }])
  })

  test('looks again by itself while something is held back: the end of an older transaction is told by nobody', async () => {
    const after = await cursorOfNow(it, editor)
    const slow = new pg.Client({ connectionString: it.databaseUrl })
    await slow.connect()
    onTestFinished(() => slow.end())
    await slow.query('BEGIN; SELECT pg_current_xact_id()')
    const { id } = await createDraft(it, editor)
    const { answers } = await waitWith(editor, after)
    await slow.query('COMMIT')
    for (const answer of await answers) expect(answer.json().data).toMatchObject([{ articleId: id }])
  })

  test('looks now and then when the database cannot tell it anything', async () => {
    const room = openWaitingRoom(toldNothing, { perHolder: 2, perProcess: 200, gathering: 100, whileDeaf: 10 })
    const actor: ActingPerson = { userId: editor.userId, name: 'x', grants: [{ role: 'editor', unitId: null }], address: null }
    const after = await cursorOfNow(it, editor)
    let asked = 0
    const readActor = async () => {
      asked += 1
      return actor
    }
    const asker = { actor, session: { id: 's', readActor }, signal: new AbortController().signal }
    const answer = poll(it.database.db, room, asker, { after, wait: 25 })
    await expect.poll(() => asked).toBeGreaterThan(0)
    const { id } = await createDraft(it, editor)
    expect((await answer).data).toMatchObject([{ articleId: id }])
  })

  test('holds no connection to the database, however many wait', async () => {
    const after = await cursorOfNow(it, editor)
    const people = await Promise.all(Array.from({ length: 8 }, () => signIn(it, 'editor')))
    const waiting = await Promise.all(people.map((person) => waitWith(person, after)))
    expect((await send(it, editor, 'GET', '/articles?limit=1')).statusCode).toBe(200)
    await createDraft(it, editor)
    for (const { answers } of waiting) expect(statusesOf(await answers)).toEqual([200, 200])
  })
})

describe('Sessions: whoever may no longer sign in hears nothing more', () => {
  test('a person disabled while he waits → 401', async () => {
    const leaver = await signIn(it, 'editor')
    const { answers } = await waitWith(leaver, await cursorOfNow(it, editor))
    await it.database.db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, leaver.userId))
    await createDraft(it, editor)
    for (const answer of await answers) expect([answer.statusCode, answer.json().code]).toEqual([401, 'unauthorized'])
  })
})

describe('Load: seats are few', () => {
  test('a third poll of a session → 429, and says when to come again; those of others wait', async () => {
    const after = await cursorOfNow(it, editor)
    const { answers, third } = await waitWith(editor, after)
    await unchanged(it, () => pollEvents(it, editor, { after, wait: 25 }))
    expect([third.statusCode, third.json().code, third.headers['retry-after']]).toEqual([429, 'too_many_requests', '5'])
    expect((await pollEvents(it, editor, { after })).statusCode).toBe(200)
    const other = await waitWith(await signIn(it, 'editor'), after)
    await createDraft(it, editor)
    expect(statusesOf([...(await answers), ...(await other.answers)])).toEqual([200, 200, 200, 200])
  })

  test('when all are taken, the next is told to come again, and a seat that is left is free', () => {
    const room = openWaitingRoom(toldNothing, { perHolder: 2, perProcess: 3, gathering: 100, whileDeaf: 10 })
    const leave = room.takeSeat('a')
    room.takeSeat('b')
    room.takeSeat('b')
    expect(() => room.takeSeat('c')).toThrow(expect.objectContaining({ code: 'unavailable', retryAfter: 5 }))
    leave()
    room.takeSeat('c')
    expect(() => room.takeSeat('b')).toThrow(expect.objectContaining({ code: 'too_many_requests' }))
  })
})

describe('over HTTP', () => {
  /** An app of its own that listens, and polls that wait there until `signal`. */
  async function waitOverHttp(signal?: AbortSignal) {
    const own = await createTestApp()
    const person = await signIn(own, 'editor')
    const after = await cursorOfNow(own, person)
    const url = `${await own.app.listen({ port: 0, host: '127.0.0.1' })}/api/v1/editorial/events?after=${after}&wait=25`
    const poll = async () => {
      const sent = get(url, { headers: { authorization: person.authorization }, agent: false, ...(signal && { signal }) })
      const [answer] = (await once(sent, 'response')) as [IncomingMessage]
      return { statusCode: answer.statusCode ?? 0, body: await json(answer) }
    }
    return { own, person, after, ...(await waitTwice(poll)) }
  }

  test('whoever goes away leaves his seat', async () => {
    const gone = new AbortController()
    const { own, person, after, answers } = await waitOverHttp(gone.signal)
    onTestFinished(() => own.close())
    gone.abort()
    await expect(answers).rejects.toThrow('aborted')
    await expect.poll(async () => (await pollEvents(own, person, { after, wait: 1 })).statusCode).toBe(200)
  })

  test('an application that stops answers all who wait at once', async () => {
    const { own, answers } = await waitOverHttp()
    await own.close()
    const nothing = { statusCode: 200, body: { data: [], cursor: expect.stringMatching(/^\d+:0$/) } }
    expect(await answers).toEqual([nothing, nothing])
  })
})
