import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'

let it: TestApp
let admin: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
})
afterAll(() => it.close())

// Few units and few days, so that they meet.
const someDays = 8
const day = (n: number) => `2020-03-0${n}`
const aDay = fc.integer({ min: 1, max: someDays })
const days = fc.record({ first: fc.option(aDay), length: fc.option(fc.nat({ max: 5 })) }).map(({ first, length }) => ({
  from: first === null ? null : day(first),
  through: length === null ? null : day(Math.min((first ?? 1) + length, someDays)),
}))
const aUnit = fc.nat({ max: 3 })
const aPlace = fc.nat({ max: 2 })

/** Mostly names that follow each other from a day on, and sometimes whatever. */
const names = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.option(aDay), fc.uniqueArray(aDay, { maxLength: 2 })).map(([first, cuts]) => inARow(first, cuts)) },
  { weight: 1, arbitrary: fc.array(days, { minLength: 1, maxLength: 3 }) },
)

function inARow(first: number | null, cuts: number[]) {
  const starts = [first, ...cuts.filter((cut) => cut > (first ?? 1)).sort((a, b) => a - b)]
  return starts.map((start, at) => {
    const next = starts[at + 1]
    return { from: start === null ? null : day(start), through: next ? day(next - 1) : null }
  })
}

const step = fc.oneof(
  fc.record({ do: fc.constant('names' as const), unit: aUnit, rows: names }),
  fc.record({
    do: fc.constant('parents' as const),
    unit: aUnit,
    rows: fc.array(fc.tuple(aUnit, fc.oneof(days, fc.constant({}))), { maxLength: 2 }),
  }),
  fc.record({ do: fc.constant('members' as const), rows: fc.array(fc.tuple(aUnit, days), { maxLength: 3 }) }),
  fc.record({
    do: fc.constant('terms' as const),
    rows: fc.array(fc.record({ unit: aUnit, year: fc.constantFrom(2019, 2020), role: fc.constantFrom('head', 'deputy') }), {
      maxLength: 3,
    }),
  }),
  fc.record({
    do: fc.constant('appoint' as const),
    post: aPlace,
    person: aPlace,
    kind: fc.constantFrom('substantive', 'substantive', 'acting'),
    days,
  }),
  fc.record({ do: fc.constant('move' as const), appointment: fc.nat(), days }),
  fc.record({ do: fc.constant('leave' as const), appointment: fc.nat() }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

interface World {
  units: string[]
  bloc: string
  posts: string[]
  people: string[]
  appointments: string[]
}

const id = async (path: string, input: object): Promise<string> => (await send(it, admin, 'POST', path, input)).json().id

async function createWorld(): Promise<World> {
  const units: string[] = []
  // One of them is younger than some of the days.
  for (const from of [null, day(4), null]) units.push(await id('/units', { name: 'Sở', kind: 'office', from }))
  const bloc = await id('/units', { name: 'Khối', kind: 'bloc' })
  const posts: string[] = []
  const people: string[] = []
  for (const at of [0, 1, 2]) {
    posts.push(await id(`/units/${units[at]}/posts`, { name: 'Giám đốc' }))
    people.push(await id('/people', { name: `Người ${at}` }))
  }
  return { units: [...units, bloc], bloc, posts, people, appointments: [] }
}

/** Sends the step with the version that stands; answers the status. */
async function take(world: World, wanted: Step): Promise<number> {
  const { units, bloc, posts, people, appointments } = world
  const patch = async (path: string, input: object) => {
    const { version } = (await send(it, admin, 'GET', path)).json()
    return (await send(it, admin, 'PATCH', path, input, version)).statusCode
  }
  const placed = (rows: [number, object][], field: string) => rows.map(([unit, period]) => ({ [field]: units[unit], ...period }))
  switch (wanted.do) {
    case 'names':
      return await patch(`/units/${units[wanted.unit]}`, { names: wanted.rows.map((row, at) => ({ name: `Tên ${at}`, ...row })) })
    case 'parents':
      return await patch(`/units/${units[wanted.unit]}`, { parents: placed(wanted.rows, 'parentId') })
    case 'members':
      return await patch(`/blocs/${bloc}`, { members: placed(wanted.rows, 'unitId') })
    case 'terms': {
      const terms = wanted.rows.map(({ unit, ...term }) => ({ unitId: units[unit], status: 'decided', ...term }))
      return await patch(`/blocs/${bloc}`, { terms })
    }
    case 'appoint': {
      const input = { personId: people[wanted.person], kind: wanted.kind, ...wanted.days }
      const answer = await send(it, admin, 'POST', `/posts/${posts[wanted.post]}/appointments`, input)
      if (answer.statusCode === 201) appointments.push(answer.json().id)
      return answer.statusCode
    }
    default: {
      const known = appointments[wanted.appointment % appointments.length]
      if (known === undefined) return 0
      if (wanted.do === 'move') return await patch(`/appointments/${known}`, wanted.days)
      appointments.splice(appointments.indexOf(known), 1)
      return (await send(it, admin, 'DELETE', `/appointments/${known}`, undefined, await versionOf(known))).statusCode
    }
  }
}

async function versionOf(appointment: string): Promise<number> {
  return (await send(it, admin, 'GET', `/appointments/${appointment}`)).json().version
}

/** What is wrong, day by day and by counting alone. */
async function findWrong(): Promise<unknown[]> {
  const { rows } = await it.database.db.execute(sql`
    WITH RECURSIVE days AS (SELECT d::date AS d FROM generate_series(date '2020-02-28', date '2020-03-12', interval '1 day') d),
    there AS (SELECT d, u.id, count(n.id) AS names FROM days CROSS JOIN units u LEFT JOIN unit_names n ON n.unit_id = u.id AND n.period @> d
      GROUP BY d, u.id),
    up (d, id, above, steps) AS (
      SELECT d, p.unit_id, p.parent_id, 1 FROM days JOIN unit_parents p ON p.period @> d
      UNION ALL
      SELECT up.d, up.id, p.parent_id, up.steps + 1 FROM up JOIN unit_parents p ON p.unit_id = up.above AND p.period @> up.d
      WHERE up.above <> up.id AND up.steps < 10
    ),
    is_there AS (SELECT d, id FROM there WHERE names > 0)
    SELECT 'two names' AS wrong, d, id FROM there WHERE names > 1
    UNION ALL SELECT 'gap', t.d, t.id FROM there t JOIN is_there before ON before.id = t.id AND before.d < t.d WHERE t.names = 0
    UNION ALL SELECT 'two parents', d, unit_id FROM days JOIN unit_parents p ON p.period @> d GROUP BY d, unit_id HAVING count(*) > 1
    UNION ALL SELECT 'cycle', d, id FROM up WHERE above = id
    UNION ALL SELECT 'orphan', d, p.unit_id FROM days JOIN unit_parents p ON p.period @> d
      WHERE (SELECT count(*) FROM is_there i WHERE i.d = days.d AND i.id IN (p.unit_id, p.parent_id)) < 2
    UNION ALL SELECT 'member of nothing', d, b.unit_id FROM days JOIN bloc_members b ON b.period @> d
      WHERE (SELECT count(*) FROM is_there i WHERE i.d = days.d AND i.id IN (b.unit_id, b.bloc_id)) < 2
    UNION ALL SELECT 'member twice', d, unit_id FROM days JOIN bloc_members b ON b.period @> d GROUP BY d, bloc_id, unit_id HAVING count(*) > 1
    UNION ALL SELECT 'led by a stranger', NULL, t.unit_id FROM bloc_terms t WHERE NOT EXISTS (
      SELECT FROM bloc_members b WHERE (b.bloc_id, b.unit_id) = (t.bloc_id, t.unit_id)
        AND coalesce(lower(b.period), '-infinity') < make_date(t.year + 1, 1, 1) AND coalesce(upper(b.period), 'infinity') > make_date(t.year, 1, 1))
    UNION ALL SELECT 'two heads', NULL, bloc_id FROM bloc_terms WHERE role = 'head' AND status = 'decided' GROUP BY bloc_id, year HAVING count(*) > 1
    UNION ALL SELECT 'two holders', d, post_id FROM days JOIN appointments a ON a.period @> d AND kind = 'substantive' GROUP BY d, post_id HAVING count(*) > 1
    UNION ALL SELECT 'in it twice', d, post_id FROM days JOIN appointments a ON a.period @> d GROUP BY d, post_id, person_id HAVING count(*) > 1
    UNION ALL SELECT 'post of nothing', d, o.unit_id FROM days JOIN appointments a ON a.period @> d JOIN posts o ON o.id = a.post_id
      WHERE NOT EXISTS (SELECT FROM is_there i WHERE i.d = days.d AND i.id = o.unit_id)`)
  return rows
}

test('whatever is sent in whatever order, nothing stands above itself, twice, without a unit, or beside another holder', async () => {
  const answered: number[] = []
  const property = fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 25 }), async (steps) => {
    const world = await createWorld()
    for (const wanted of steps) {
      const status = await take(world, wanted)
      answered.push(status)
      expect([0, 200, 201, 204, 409]).toContain(status)
      expect(await findWrong()).toEqual([])
    }
  })
  await fc.assert(property, { numRuns: 12, interruptAfterTimeLimit: 60_000 })
  // Else it would have been about nothing.
  for (const status of [200, 201, 409]) expect(answered.filter((one) => one === status).length).toBeGreaterThan(5)
}, 120_000)
