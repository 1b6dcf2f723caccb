import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../test/ask.ts'
import { createPublished } from '../../test/factories.ts'
import { feedEnd, readFeed } from '../../test/feed.ts'
import { makeMoves } from '../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { restored } from './restored.ts'

let it: TestApp
let publisher: SignedInForTest
const told: string[] = []
let listener: pg.Client
beforeAll(async () => {
  it = await createTestApp({ limitsReads: false })
  publisher = await signIn(it, 'publisher')
  listener = new pg.Client({ connectionString: it.databaseUrl })
  listener.on('notification', ({ payload = '' }) => told.push(payload))
  await listener.connect()
  await listener.query('LISTEN public_generation')
})
afterAll(async () => {
  await listener.end()
  await it.close()
})

async function run(...args: string[]) {
  const said: string[] = []
  const say = (line: string) => said.push(line)
  const env = { DATABASE_URL: it.databaseUrl, SECRET: 'k3Jw9vXq2LmZ7pTt4RbYc8NdFgHs1AaE' }
  const code = await restored.run(args, { env, say, complain: say })
  return { code, said }
}

const rowOf = async (query: string) => (await it.database.db.execute<Record<string, unknown>>(sql.raw(query))).rows[0]
const generation = () => rowOf('SELECT epoch, generation FROM public_generation') as Promise<{ epoch: number; generation: number }>
const seqOf = (cursor: string) => Number(cursor.split(':')[1])

/** Makes of the feed what it is in a copy that had this entry last. The database alone can do that, with its rules off. */
async function putBackTo(seq: number): Promise<void> {
  await it.database.db.transaction(async (tx) => {
    await tx.execute(sql`SET LOCAL session_replication_role = replica`)
    await tx.execute(sql`DELETE FROM newest_changes`)
    await tx.execute(sql`DELETE FROM changes WHERE seq > ${seq}`)
    await tx.execute(sql`INSERT INTO newest_changes
      SELECT DISTINCT ON (entity, entity_id) entity, entity_id, site_id, seq FROM changes ORDER BY entity, entity_id, seq DESC`)
    await tx.execute(sql`SELECT setval('changes_seq_seq', ${seq})`)
  })
}

/** The command, after the feed was put back to where a cursor stands; answers the new epoch. */
async function restoreTo(cursor: string): Promise<number> {
  await putBackTo(seqOf(cursor))
  await run()
  return (await generation()).epoch
}

const idsBehind = async (cursor: string) => (await readFeed(it, { cursor })).data.map(({ id }) => id)

test('the command begins an epoch at the newest entry, says so, and is noted as done by the command line', async () => {
  await createPublished(it, publisher)
  const [before, end] = [await generation(), await feedEnd(it)]
  const { code, said } = await run()
  const { epoch } = await generation()
  expect(epoch).toBeGreaterThan(before.epoch)
  expect([code, said]).toEqual([
    0,
    [`Epoch ${epoch} of the change feed begins behind entry ${seqOf(end)}: portals with older cursors go on from there.`],
  ])
  expect(await feedEnd(it)).toBe(`${epoch}:${seqOf(end)}`)
  expect(await rowOf('SELECT action, actor_id, actor_name, detail FROM audit_log ORDER BY id DESC LIMIT 1')).toEqual({
    action: 'site.restored',
    actor_id: null,
    actor_name: 'command line',
    detail: { epoch, restoredTo: seqOf(end) },
  })
})

test('no generation that was given before is given again, and whatever is older is told to be dropped', async () => {
  const before = await generation()
  await run()
  const after = await generation()
  expect(after.generation).toBe(before.generation + 1_000_000_000)
  await expect.poll(() => told).toContain(`${after.generation} taken`)
})

test('a process that was never stopped shows what the copy has, not what it has in memory', async () => {
  const origin = await it.app.listen({ port: 0, host: '127.0.0.1' })
  const site = async () => {
    const { headers, bytes } = await ask(`${origin}/api/v1/site`)
    return [headers['cache-status']?.split(';')[1], JSON.parse(String(bytes)).name]
  }
  await expect.poll(site).toEqual([' hit', 'Cổng thông tin'])
  await it.database.db.transaction(async (tx) => {
    await tx.execute(sql`SET LOCAL session_replication_role = replica`)
    await tx.execute(sql`UPDATE sites SET name = 'Như trong bản sao'`)
  })
  expect(await site()).toEqual([' hit', 'Cổng thông tin'])
  await run()
  await expect.poll(site).toEqual([' hit', 'Như trong bản sao'])
})

test('a cursor of before goes on from the last entry that it shares with the copy, one from before that from its own', async () => {
  const early = await feedEnd(it)
  const kept = await createPublished(it, publisher)
  const copied = await feedEnd(it)
  await createPublished(it, publisher)
  await createPublished(it, publisher)
  const lost = await feedEnd(it)
  const epoch = await restoreTo(copied)
  const since = [await createPublished(it, publisher), await createPublished(it, publisher), await createPublished(it, publisher)]
  const ids = since.map(({ id }) => id)
  // Its number is given again, to another entry.
  expect(seqOf(await feedEnd(it))).toBeGreaterThan(seqOf(lost))
  expect(await idsBehind(lost)).toEqual(ids)
  expect(await idsBehind(copied)).toEqual(ids)
  expect(await idsBehind(early)).toEqual([kept.id, ...ids])
  expect(await idsBehind(`${epoch}:${seqOf(copied) + 1}`)).toEqual(ids.slice(1))
})

test('a cursor that was overtaken by two restores goes on from the earlier of their entries', async () => {
  const first = await feedEnd(it)
  await createPublished(it, publisher)
  await createPublished(it, publisher)
  const lost = await feedEnd(it)
  await restoreTo(first)
  const [one, other] = [await createPublished(it, publisher), await createPublished(it, publisher)]
  await restoreTo(await feedEnd(it))
  expect(await idsBehind(lost)).toEqual([one.id, other.id])
})

test('a first run that a restore meets ends with everything that the copy has, and all since', async () => {
  const [one, other] = [await createPublished(it, publisher), await createPublished(it, publisher)]
  const copied = await feedEnd(it)
  await makeMoves(it, publisher, one, ['hold', {}])
  await createPublished(it, publisher)
  const begun = await readFeed(it, { cursor: `${copied.split(':')[0]}:${seqOf(copied) - 2}..${seqOf(await feedEnd(it))}`, limit: 1 })
  expect(begun.data).toMatchObject([{ id: other.id }])
  await restoreTo(copied)
  const since = await createPublished(it, publisher)
  expect(await idsBehind(begun.cursor)).toEqual([since.id])
  expect((await readFeed(it)).data.map(({ id }) => id).slice(-3)).toEqual([one.id, other.id, since.id])
})

test('options that there are not are refused', async () => {
  await expect(run('--epoch', '7')).rejects.toMatchObject({ code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION' })
})
