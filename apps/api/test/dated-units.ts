import type { appointmentKinds } from '@bantin/shared/people'
import type { unitKinds } from '@bantin/shared/units'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../src/db/client.ts'
import { appointments, people, posts } from '../src/db/schema/people.ts'
import { unitNames, unitParents, unitSuccessions, units } from '../src/db/schema/units.ts'

/** Days as PostgreSQL writes them: `[2021-01-01,)`. */
type Period = string

interface DatedUnit {
  slug: string
  kind?: (typeof unitKinds)[number]
  names: [name: string, period: Period][]
  parents?: [id: string, period: Period][]
  /** The first day on which it is not there any more, and what follows it. */
  closed?: { on: string; in: string[] }
}

/** A unit with its names, parents and end; answers its id. */
export async function addDatedUnit(db: Db, { slug, kind = 'office', names, parents = [], closed }: DatedUnit): Promise<string> {
  const id = uuidv7()
  await db.transaction(async (tx) => {
    await tx.insert(units).values({ id, slug, kind, closedOn: closed?.on ?? null })
    await tx.insert(unitNames).values(names.map(([name, period]) => ({ id: uuidv7(), unitId: id, name, period })))
    if (parents.length > 0)
      await tx.insert(unitParents).values(parents.map(([parentId, period]) => ({ id: uuidv7(), unitId: id, parentId, period })))
    if (closed && closed.in.length > 0) {
      const kind = closed.in.length > 1 ? ('split' as const) : ('merged' as const)
      await tx.insert(unitSuccessions).values(closed.in.map((toUnitId) => ({ fromUnitId: id, toUnitId, onDay: closed.on, kind })))
    }
  })
  return id
}

export async function addPost(db: Db, unitId: string, name: string): Promise<string> {
  const id = uuidv7()
  await db.insert(posts).values({ id, unitId, name })
  return id
}

interface AddedPerson {
  slug: string
  fullName: string
  /** The full name without one. */
  sortKey?: string
  photoMediaId?: string
}

/** Somebody with the posts that he has for these days; answers the ids of the appointments, in that order. */
export async function addPerson(
  db: Db,
  person: AddedPerson,
  ...held: { postId: string; period: Period; kind?: (typeof appointmentKinds)[number] }[]
): Promise<string[]> {
  const personId = uuidv7()
  await db.insert(people).values({ id: personId, sortKey: person.fullName, ...person })
  const rows = held.map((one) => ({ id: uuidv7(), personId, kind: 'substantive' as const, ...one }))
  if (rows.length > 0) await db.insert(appointments).values(rows)
  return rows.map(({ id }) => id)
}
