import type { DeliveryDb } from '../apps/api/src/db/client.ts'
import { findUnits } from '../apps/api/src/delivery/units/unit-list.queries.ts'
import { findUnit } from '../apps/api/src/delivery/units/units.queries.ts'
import { median } from './lib/compare.ts'
import { onServer, openSite, prepareServer } from './lib/delivery-ground.ts'
import { processorTime } from './lib/processor-time.ts'
import { publishReport } from './lib/report.ts'
import { addUnits } from './lib/units-ground.ts'

/** Units, with ten times as many appointments. */
const units = Number(process.argv[2] ?? 5000)
/** What an answer may cost of what the rows cost that it is made of. */
const bar = 1.5

const today = 'published.today()'
const bareTree = {
  name: 'bare tree',
  text: `SELECT u.id, u.slug, n.name, n.short_name, u.kind, u.code, u."order", p.parent_id
    FROM published.units u JOIN published.unit_names n ON n.unit_id = u.id AND n.period @> ${today}
    LEFT JOIN published.unit_parents p ON p.unit_id = u.id AND p.period @> ${today} ORDER BY u."order", n.name COLLATE "vi-x-icu", u.id`,
}
const named = `published.units u JOIN published.unit_names n ON n.unit_id = u.id AND n.period @> ${today}`
const barePage = {
  name: 'bare page',
  text: `WITH RECURSIVE here AS (SELECT u.id, u.slug, n.name, n.short_name FROM ${named} WHERE u.slug = $1),
    up (id) AS (SELECT p.parent_id FROM here JOIN published.unit_parents p ON p.unit_id = here.id AND p.period @> ${today}
      UNION ALL SELECT p.parent_id FROM up JOIN published.unit_parents p ON p.unit_id = up.id AND p.period @> ${today})
    SELECT 'here' AS part, id, slug, name, short_name, NULL AS person, NULL AS person_slug FROM here
    UNION ALL SELECT 'name', n.unit_id, NULL, n.name, n.short_name, NULL, NULL FROM here JOIN published.unit_names n ON n.unit_id = here.id
    UNION ALL SELECT 'parent', u.id, u.slug, n.name, n.short_name, NULL, NULL FROM up JOIN (${named}) ON u.id = up.id
    UNION ALL SELECT 'child', u.id, u.slug, n.name, n.short_name, NULL, NULL
      FROM here JOIN published.unit_parents p ON p.parent_id = here.id AND p.period @> ${today} JOIN (${named}) ON u.id = p.unit_id
    UNION ALL SELECT 'post', o.id, NULL, o.name, NULL, w.full_name, w.slug FROM here JOIN published.posts o ON o.unit_id = here.id
      LEFT JOIN published.appointments a ON a.post_id = o.id AND a.period @> ${today} LEFT JOIN published.people w ON w.id = a.person_id
    UNION ALL SELECT 'member', u.id, u.slug, n.name, n.short_name, NULL, NULL
      FROM here JOIN published.bloc_members b ON b.bloc_id = here.id AND b.period @> ${today} JOIN (${named}) ON u.id = b.unit_id
    UNION ALL SELECT 'bloc', u.id, u.slug, n.name, n.short_name, NULL, NULL
      FROM here JOIN published.bloc_members b ON b.unit_id = here.id AND b.period @> ${today} JOIN (${named}) ON u.id = b.bloc_id
    UNION ALL SELECT 'successor', s.to_unit_id, NULL, NULL, NULL, NULL, NULL FROM here JOIN published.unit_successions s ON s.from_unit_id = here.id
    UNION ALL SELECT 'predecessor', s.from_unit_id, NULL, NULL, NULL, NULL, NULL FROM here JOIN published.unit_successions s ON s.to_unit_id = here.id
    UNION ALL SELECT 'term', t.unit_id, t.year::text, t.role, t.status, NULL, NULL FROM here JOIN published.bloc_terms t ON t.bloc_id = here.id`,
}

const server = await prepareServer()
const database = await openSite(server.largeUrl)
try {
  await addUnits(database.db, units)
  await onServer(server.largeUrl, 'VACUUM ANALYZE')
  const { delivery } = database
  const origin = 'http://localhost:3000'
  const slug = (n: number) => `don-vi-${n % (units / 10)}`
  const rows = [
    await beside(
      'all units, flat',
      15,
      (db) => findUnits(db, origin, undefined, false),
      (db) => db.query(bareTree),
    ),
    await beside(
      'all units, nested',
      15,
      (db) => findUnits(db, origin, undefined, true),
      (db) => db.query(bareTree),
    ),
    await beside(
      'one unit',
      400,
      (db, n) => findUnit(db, origin, slug(n), undefined),
      (db, n) => db.query({ ...barePage, values: [slug(n)] }),
    ),
  ]
  await publishReport({
    name: 'units',
    about: `Answers about ${units} units with ${units * 10} appointments, beside the bare rows that they are made of; processor time`,
    rows,
    bars: rows.map(({ what, times }) => ({ what: `${what}: ${times} × the bare rows, at most ${bar}`, isReached: times <= bar })),
  })

  async function beside(what: string, often: number, ours: Ask, bare: Ask) {
    const rounds: [number, number][] = []
    for (let round = 0; round < 8; round += 1) {
      const first = await cost(often, round % 2 === 0 ? ours : bare)
      const second = await cost(often, round % 2 === 0 ? bare : ours)
      // The first round makes ready what is asked for the first time.
      if (round > 0) rounds.push(round % 2 === 0 ? [first, second] : [second, first])
    }
    const times = Math.round(median(rounds.map(([our, other]) => our / other)) * 100) / 100
    const middle = (side: 0 | 1) => Math.round(median(rounds.map((pair) => pair[side])))
    return { what, 'µs of a processor': middle(0), 'bare µs': middle(1), times }
  }

  async function cost(often: number, ask: Ask): Promise<number> {
    const time = () => processorTime([process.pid], [server.postmaster])
    const before = time()
    for (let n = 0; n < often; n += 1) await ask(delivery, n)
    return (time() - before) / often
  }
} finally {
  await database.close()
  await server.end()
}

type Ask = (db: DeliveryDb, n: number) => Promise<unknown>
