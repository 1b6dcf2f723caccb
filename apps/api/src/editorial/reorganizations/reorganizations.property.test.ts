import type { Reorganization, Successor } from '@bantin/shared/reorganizations'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createUnit } from '../../../test/factories.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { findSite } from '../../db/find-site.ts'
import { toProblem } from '../../errors.ts'
import type { GuardedCall } from '../../guarded/call.ts'
import { operator } from '../../lib/acting-person.ts'
import { seededRandom } from '../../lib/seeded-random.ts'
import { listReorganizations, reorganize, undoReorganization } from './reorganizations.service.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

const call: GuardedCall = {
  actor: operator,
  ifMatch: undefined,
  idempotencyKey: undefined,
  requestHash: '',
  publicUrl: 'http://localhost',
  cdnPurge: undefined,
}
const random = seededRandom(20_250_701)
const below = (n: number) => Math.floor(random() * n)
const pick = <T>(list: T[]): T => list[below(list.length)] as T

const rowsOf = async <R extends Record<string, unknown>>(query: ReturnType<typeof sql>) => (await it.database.db.execute<R>(query)).rows

/** Everything that is said of the organization, but how often it was changed. */
async function everything(): Promise<unknown> {
  return await rowsOf(sql`
    SELECT 'unit' AS kind, to_jsonb(t) - 'version' AS row FROM units t UNION ALL SELECT 'name', to_jsonb(t) FROM unit_names t
    UNION ALL SELECT 'parent', to_jsonb(t) FROM unit_parents t UNION ALL SELECT 'member', to_jsonb(t) FROM bloc_members t
    UNION ALL SELECT 'succession', to_jsonb(t) FROM unit_successions t UNION ALL SELECT 'post', to_jsonb(t) FROM posts t
    UNION ALL SELECT 'appointment', to_jsonb(t) FROM appointments t ORDER BY kind, row`)
}

/** What is wrong on any day on which anything begins or ends, looked for without the database's rules. */
async function faults(): Promise<unknown[]> {
  const days = sql`SELECT DISTINCT coalesce(lower(period), '1900-01-01')::date AS day FROM (
    SELECT period FROM unit_names UNION ALL SELECT period FROM unit_parents UNION ALL SELECT period FROM bloc_members UNION ALL SELECT period FROM appointments) p`
  return await rowsOf(sql`
    WITH days AS (${days}), named AS (SELECT d.day, n.unit_id, count(*) AS names FROM days d JOIN unit_names n ON n.period @> d.day GROUP BY 1, 2),
    placed AS (SELECT d.day, p.unit_id, p.parent_id FROM days d JOIN unit_parents p ON p.period @> d.day),
    reached AS (
      WITH RECURSIVE down (day, id, depth) AS (
        SELECT d.day, s.root_unit_id, 0 FROM days d, sites s UNION ALL
        SELECT p.day, p.unit_id, down.depth + 1 FROM down JOIN placed p ON p.day = down.day AND p.parent_id = down.id WHERE down.depth < 40)
      SELECT day, id, count(*) AS ways, max(depth) AS depth FROM down GROUP BY 1, 2)
    SELECT 'two names' AS fault, day::text, unit_id FROM named WHERE names > 1
    UNION ALL SELECT 'two parents or a cycle', day::text, id FROM reached WHERE ways > 1 OR depth >= 40
    UNION ALL SELECT 'an orphan', n.day::text, n.unit_id FROM named n JOIN units u ON u.id = n.unit_id
      WHERE u.kind <> 'bloc' AND NOT EXISTS (SELECT FROM reached r WHERE r.day = n.day AND r.id = n.unit_id)
    UNION ALL SELECT 'below what is not there', p.day::text, p.unit_id FROM placed p
      WHERE NOT EXISTS (SELECT FROM named n WHERE n.day = p.day AND n.unit_id IN (p.unit_id, p.parent_id) HAVING count(*) = 2)
    UNION ALL SELECT 'a member that is not there', d.day::text, b.unit_id FROM days d JOIN bloc_members b ON b.period @> d.day
      WHERE NOT EXISTS (SELECT FROM named n WHERE n.day = d.day AND n.unit_id = b.unit_id)
    UNION ALL SELECT 'two heads of a unit', d.day::text, p.unit_id FROM days d JOIN appointments a ON a.period @> d.day JOIN posts p ON p.id = a.post_id
      WHERE a.kind = 'substantive' GROUP BY d.day, p.unit_id, p.id HAVING count(*) > 1
    UNION ALL SELECT 'a head of what is not there', d.day::text, p.unit_id FROM days d JOIN appointments a ON a.period @> d.day JOIN posts p ON p.id = a.post_id
      WHERE NOT EXISTS (SELECT FROM named n WHERE n.day = d.day AND n.unit_id = p.unit_id)
    UNION ALL SELECT 'ended without an end', s.on_day::text, s.from_unit_id FROM unit_successions s JOIN units u ON u.id = s.from_unit_id
      WHERE u.closed_on IS DISTINCT FROM s.on_day`)
}

/** Twelve units in a tree below the root, each with a head, most of them in a bloc. */
async function addOrganization(): Promise<void> {
  const ids = [(await findSite(it.database.db)).rootUnitId ?? '']
  for (let n = 0; n < 12; n += 1) ids.push(await createUnit(it, { name: `Đơn vị ${n}`, parentId: pick(ids) }))
  const bloc = await createUnit(it, { name: 'Khối', kind: 'bloc' })
  for (const id of ids.slice(1)) {
    await it.database.db.execute(sql`
      WITH person AS (INSERT INTO people (id, slug, full_name, sort_key) VALUES (gen_random_uuid(), gen_random_uuid()::text, 'Trần An', 'An') RETURNING id),
      post AS (INSERT INTO posts (id, unit_id, name) VALUES (gen_random_uuid(), ${id}, 'Trưởng') RETURNING id)
      INSERT INTO appointments (id, post_id, person_id, period, kind) SELECT gen_random_uuid(), post.id, person.id, '(,)', 'substantive' FROM person, post`)
    if (random() < 0.7)
      await it.database.db.execute(
        sql`INSERT INTO bloc_members (id, bloc_id, unit_id, period) VALUES (gen_random_uuid(), ${bloc}, ${id}, '[2010-01-01,)')`,
      )
  }
}

let made = 0
async function anyPlan(): Promise<Reorganization> {
  const rows = await rowsOf<{ id: string }>(
    sql`SELECT id FROM units WHERE kind <> 'bloc' AND id <> (SELECT root_unit_id FROM sites) ORDER BY id`,
  )
  const anyUnit = () => pick(rows).id
  const on = `20${String(15 + below(20)).padStart(2, '0')}-0${1 + below(9)}-01`
  const successor = (): Successor => {
    made += 1
    return random() < 0.5 ? { id: anyUnit() } : { make: { name: `Mới ${made}`, kind: 'department' } }
  }
  return pick<() => Reorganization>([
    () => ({ verb: 'merge', on, unitIds: [...new Set([anyUnit(), anyUnit()])], into: successor() }),
    () => ({ verb: 'split', on, unitId: anyUnit(), into: [successor(), successor()] }),
    () => ({ verb: 'replace', on, unitId: anyUnit(), into: successor(), appointmentIds: [] }),
    () => ({ verb: 'close', on, unitId: anyUnit() }),
    () => ({ verb: 'rename', on, unitId: anyUnit(), name: `Tên ${below(100)}` }),
  ])()
}

/** What it does, or the code of the refusal; without the ids that are new each time. */
async function outcome(plan: Reorganization, dryRun: boolean): Promise<unknown> {
  try {
    const { body } = await reorganize(it.database.db, call, plan, dryRun)
    const newIds = new Set(body.made.map(({ id }) => id))
    return JSON.parse(JSON.stringify(body, (key, value) => (key === 'id' && newIds.has(value) ? 'new' : value)))
  } catch (error) {
    return toProblem(error).code
  }
}

test('random reorganizations leave no cycle, overlap, orphan or second head; a trial says what is done, and what is undone is as it was', async () => {
  await addOrganization()
  const tally = { done: 0, refused: 0, undone: 0 }
  for (let step = 0; step < 70; step += 1) {
    const plan = await anyPlan()
    const before = await everything()
    const tried = await outcome(plan, true)
    expect(await everything()).toEqual(before)
    expect(await outcome(plan, false)).toEqual(tried)
    expect(await faults()).toEqual([])
    if (typeof tried === 'string') {
      expect([plan.verb, tried]).toEqual([plan.verb, expect.stringMatching(/^(conflict|invalid_request)$/)])
      expect(await everything()).toEqual(before)
      tally.refused += 1
    } else if (random() < 0.4) {
      const [last] = (await listReorganizations(it.database.db, operator)).data
      await undoReorganization(it.database.db, call, last?.id ?? '')
      expect(await everything()).toEqual(before)
      tally.undone += 1
    } else tally.done += 1
  }
  for (const count of Object.values(tally)) expect(count).toBeGreaterThan(5)
})
