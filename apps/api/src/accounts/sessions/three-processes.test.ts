import { expect, test } from 'vitest'
import { password } from '../../../test/auth-client.ts'
import { waitTwice } from '../../../test/events.ts'
import { type Person, type Session, startThree, type Three } from '../../../test/three-processes.ts'

/** What each of the three says: to an editorial route, about oneself, and to a refresh. */
async function statusesOf({ ask }: Three, session: Session): Promise<number[]> {
  const statuses: number[] = []
  for (const node of [0, 1, 2]) {
    statuses.push((await ask(node, 'GET', '/editorial/articles?limit=1', session)).statusCode)
    statuses.push((await ask(node, 'GET', '/auth/me', session)).statusCode)
    statuses.push((await ask(node, 'POST', '/auth/refresh', { cookie: session.cookie }, { body: {} })).statusCode)
  }
  return statuses
}

const refusedByAll = Array(9).fill(401)

/** Each act at one of the processes, with the sessions that are over on all of them from the next request on. */
const acts: Record<string, (three: Three, person: Person, admin: Session) => Promise<{ ended: Session[]; live: Session[] }>> = {
  'signing out': async ({ ask }, { one, other }) => {
    expect((await ask(2, 'POST', '/auth/logout', { cookie: one.cookie }, { body: {} })).statusCode).toBe(204)
    return { ended: [one], live: [other] }
  },
  'a new password': async ({ ask, sessionOf }, { one, other }) => {
    const body = { currentPassword: password, password: 'xôi ruốc buổi sáng 20k' }
    const changed = await ask(1, 'POST', '/auth/password', one, { body })
    expect(changed.statusCode).toBe(200)
    return { ended: [other], live: [sessionOf(changed)] }
  },
  'ending one of one’s sessions': async ({ ask }, { one, other }) => {
    const { data } = (await ask(0, 'GET', '/auth/sessions', one)).body as { data: { id: string; isCurrent: boolean }[] }
    const id = data.find(({ isCurrent }) => !isCurrent)?.id
    expect((await ask(0, 'DELETE', `/auth/sessions/${id}`, one)).statusCode).toBe(204)
    return { ended: [other], live: [one] }
  },
  'an administrator who ends all of them': async ({ ask }, { id, one, other }, admin) => {
    expect((await ask(2, 'DELETE', `/editorial/users/${id}/sessions`, admin)).statusCode).toBe(204)
    return { ended: [one, other], live: [] }
  },
  disabling: async ({ ask }, { id, one, other }, admin) => {
    expect((await ask(1, 'POST', `/editorial/users/${id}/disable`, admin, { body: {}, version: 1 })).statusCode).toBe(200)
    return { ended: [one, other], live: [] }
  },
  'a hand-over that disables': async ({ ask }, { id, one, other }, admin) => {
    const body = { to: null, articles: 'leave', schedules: 'leave', links: 'leave', clients: 'leave', grants: 'remove', disable: true }
    expect((await ask(0, 'POST', `/editorial/users/${id}/hand-over`, admin, { body, version: 1 })).statusCode).toBe(200)
    return { ended: [one, other], live: [] }
  },
}

test('Sessions: dead after logout, change, disabling, on the next request to every one of three processes; polls that wait end too', async () => {
  const three = await startThree()
  const admin = await three.signInNew('admin')

  for (const [name, act] of Object.entries(acts)) {
    const person = await three.signInNew('editor')
    for (const node of [0, 1, 2]) expect((await three.ask(node, 'GET', '/auth/me', person.one)).statusCode).toBe(200)
    const { ended, live } = await act(three, person, admin.one)
    for (const session of ended) expect([name, await statusesOf(three, session)]).toEqual([name, refusedByAll])
    for (const { token } of live) {
      for (const node of [0, 1, 2]) expect([name, (await three.ask(node, 'GET', '/auth/me', { token })).statusCode]).toEqual([name, 200])
    }
  }

  await expectRolesToFollow(three, admin)
  await expectPollsToEnd(three, admin)
})

async function expectRolesToFollow(three: Three, admin: Person): Promise<void> {
  const person = await three.signInNew('editor')
  const settings = () =>
    Promise.all([0, 1, 2].map(async (node) => (await three.ask(node, 'GET', '/editorial/settings', person.one)).statusCode))
  expect(await settings()).toEqual([200, 200, 200])
  const body = { grants: [{ role: 'reporter', unitId: null }] }
  expect((await three.ask(2, 'PUT', `/editorial/users/${person.id}/grants`, admin.one, { body, version: 1 })).statusCode).toBe(200)
  expect(await settings()).toEqual([403, 403, 403])
  for (const node of [0, 1, 2]) {
    expect((await three.ask(node, 'GET', '/auth/me', person.one)).body.grants).toMatchObject([{ role: 'reporter' }])
  }
}

/** A poll of somebody else that began before them still waits when they have ended: it was no time limit that ended them. */
async function expectPollsToEnd(three: Three, admin: Person): Promise<void> {
  const person = await three.signInNew('editor')
  const { cursor } = (await three.ask(0, 'GET', '/editorial/events', admin.one)).body
  const poll = (node: number, session: Session) => three.ask(node, 'GET', `/editorial/events?after=${cursor}&wait=25`, session)
  let isOver = false
  const longer = poll(0, admin.one).finally(() => {
    isOver = true
  })
  const waiting = await Promise.all([0, 1, 2].map((node) => waitTwice(() => poll(node, person.one))))
  expect((await three.ask(1, 'POST', `/editorial/users/${person.id}/disable`, admin.one, { body: {}, version: 1 })).statusCode).toBe(200)
  const ended = await Promise.all(waiting.map(({ answers }) => answers))
  expect(ended.flat().map(({ statusCode }) => statusCode)).toEqual(Array(6).fill(401))
  expect(isOver).toBe(false)
  await three.ask(2, 'POST', '/editorial/articles', admin.one, { body: { title: 'Bài mới', body: { type: 'doc', content: [] } } })
  expect((await longer).statusCode).toBe(200)
}
