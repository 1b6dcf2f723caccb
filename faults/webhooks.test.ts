import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { seededRandom } from '../apps/api/src/lib/seeded-random.ts'
import { appendChanges, type ChangeEntry } from '../apps/api/src/publication/changes.ts'
import { type Ground, prepareGround } from './support/ground.ts'
import { openNewsroom } from './support/newsroom.ts'
import { openPortals, type Portal, startDispatchers } from './support/portals.ts'
import { expectInOrder, settled, toldOf } from './support/told.ts'

const seed = Math.floor(Math.random() * 1_000_000)
const entries = 680

test(`of more than 5,000 messages to receivers that are down, slow, redirecting, resetting and gone nothing is lost or out of order, and who is well waits for none of them (seed ${seed})`, async () => {
  const random = seededRandom(seed)
  const ground = await prepareGround()
  const portals = await openPortals(ground, 8)
  const [well, alsoWell, down, slow, redirecting, resetting, gone, moody] = portals.all as [Portal, Portal, ...Portal[]] & Portal[]
  const ill = [down, slow, redirecting, resetting] as Portal[]
  await down?.leave()
  slow?.behave(() => 0)
  redirecting?.behave(() => 302)
  resetting?.behave(() => null)
  let left = 100
  gone?.behave(() => (left-- > 0 ? 204 : 410))
  moody?.behave(() => (random() < 0.7 ? 204 : ([500, 302, null, 0][Math.floor(random() * 4)] ?? null)))

  await startDispatchers(ground, portals, 3, { waits: [0.2, 0.5, 1], lease: 4, timeout: 400 })
  await tellAll(ground, random)
  // However slow the machine is: the one have everything while the others have nothing.
  for (const portal of [well, alsoWell]) await expect.poll(() => accepted(portal).size).toBe(entries)
  expect(ill.map((portal) => accepted(portal).size)).toEqual([0, 0, 0, 0])
  expect(ill.slice(1).every(({ calls }) => calls.length > 0)).toBe(true)

  await down?.comeBack()
  for (const portal of ill) portal.behave(() => 204)
  await settled(ground)
  expect(portals.all.reduce((sum, { calls }) => sum + calls.length, 0)).toBeGreaterThan(5000)
  for (const portal of [well, alsoWell, ...ill, moody as Portal]) {
    const told = await toldOf(ground, portal)
    expect(told.map(({ status }) => status)).toEqual(Array(entries).fill('delivered'))
    expectInOrder(portal, told)
  }
  await expectGone(ground, gone as Portal)
}, 240_000)

/** Entries of the feed about a hundred things, some in one transaction; of others nothing becomes. */
async function tellAll({ db, siteId }: Ground, random: () => number): Promise<void> {
  const things = Array.from({ length: 100 }, () => uuidv7())
  const entry = (): ChangeEntry => {
    const articleId = things[Math.floor(random() * things.length)] as string
    return { siteId, articleId, action: 'put', reason: 'correction', edition: 1 }
  }
  for (let n = 0; n < entries; n += 4) {
    await db.transaction((tx) => appendChanges(tx, [entry(), entry(), entry(), entry()]))
    if (random() < 0.1) {
      const undone = db.transaction(async (tx) => {
        await appendChanges(tx, [entry()])
        tx.rollback()
      })
      await expect(undone).rejects.toThrow()
    }
  }
}

/** The messages that it has said to have. */
function accepted({ calls }: Portal): Set<string> {
  return new Set(calls.filter(({ answer }) => answer === 204).map(({ id }) => id))
}

/** What it had before is delivered, and everything else of what it was told stands in the list of failures. */
async function expectGone(ground: Ground, portal: Portal): Promise<void> {
  const [endpoint] = await ground.rows(`SELECT disabled_because FROM webhook_endpoints WHERE id = '${portal.endpointId}'`)
  expect(endpoint).toEqual({ disabled_because: 'gone' })
  const told = await toldOf(ground, portal)
  const had = accepted(portal)
  expect(told.filter(({ status, id }) => status === 'delivered' && !had.has(id))).toEqual([])
  expect(told.filter(({ status }) => status === 'waiting')).toEqual([])
  expect(told.some(({ status }) => status === 'failed')).toBe(true)
}

test('while dispatchers are killed fifty times, everything that was published reaches every receiver, in order and under the id that it had', async () => {
  const ground = await prepareGround()
  const portals = await openPortals(ground, 3)
  const newsroom = openNewsroom(ground)
  const dispatchers = await startDispatchers(ground, portals, 3, { waits: [0.2], lease: 0.6, timeout: 400 })
  const received = () => portals.all.reduce((sum, { calls }) => sum + calls.length, 0)
  while (dispatchers.killed < 50) {
    // By progress: they are killed in the middle of it, on any machine.
    const before = received()
    for (let n = 0; n < 3; n += 1) {
      const id = await newsroom.publish('Tin đang gửi')
      await newsroom.hold(id)
      await newsroom.putBack(id)
    }
    await expect.poll(() => received() - before, { interval: 2 }).toBeGreaterThan(6)
    await dispatchers.killEach()
  }
  await settled(ground)
  const published = await ground.rows<{ seq: number }>('SELECT seq FROM changes ORDER BY seq')
  for (const portal of portals.all) {
    const told = await toldOf(ground, portal)
    expect(told.map(({ seq }) => seq)).toEqual(published.map(({ seq }) => seq))
    expect(told.every(({ status }) => status === 'delivered')).toBe(true)
    expectInOrder(portal, told)
  }
}, 240_000)
