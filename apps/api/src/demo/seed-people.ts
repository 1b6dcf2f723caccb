import { and, eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../db/client.ts'
import { blocMembers, blocTerms } from '../db/schema/blocs.ts'
import { appointments, people, posts } from '../db/schema/people.ts'
import { unitNames, unitParents, unitSuccessions, units } from '../db/schema/units.ts'
import { demoPosts, blocTerms as demoTerms, endedUnit, formerNames } from './content/organization.ts'
import { idOf } from './keys.ts'

/** Gives the province its past: former names, a department that ended, who led the bloc. Adds that department to the ids. */
export async function seedPast(tx: Db, unitIds: Map<string, string>, codeScheme: string): Promise<void> {
  for (const { unit, name, shortName = null, until } of formerNames) {
    const unitId = idOf(unitIds, unit)
    await tx
      .update(unitNames)
      .set({ period: `[${until},)` })
      .where(eq(unitNames.unitId, unitId))
    await tx.insert(unitNames).values({ id: uuidv7(), unitId, name, shortName, period: `(,${until})` })
  }
  await seedEnded(tx, unitIds, codeScheme)
  const blocId = idOf(unitIds, endedUnit.bloc)
  await tx.insert(blocTerms).values(demoTerms.map(({ unit, ...term }) => ({ id: uuidv7(), blocId, unitId: idOf(unitIds, unit), ...term })))
}

async function seedEnded(tx: Db, unitIds: Map<string, string>, codeScheme: string): Promise<void> {
  const { key, slug, name, kind, code, parent, bloc, into, on, follower } = endedUnit
  const [id, blocId, period] = [uuidv7(), idOf(unitIds, bloc), `(,${on})`]
  unitIds.set(key, id)
  await tx.insert(units).values({ id, slug, kind, codeScheme, code, closedOn: on, order: unitIds.size })
  await tx.insert(unitNames).values({ id: uuidv7(), unitId: id, name, period })
  await tx.insert(unitParents).values({ id: uuidv7(), unitId: id, parentId: idOf(unitIds, parent), period })
  await tx.insert(unitSuccessions).values({ fromUnitId: id, toUnitId: idOf(unitIds, into), onDay: on, kind: 'merged' })
  await tx.insert(blocMembers).values({ id: uuidv7(), blocId, unitId: id, period })
  const joined = and(eq(blocMembers.blocId, blocId), eq(blocMembers.unitId, idOf(unitIds, follower)))
  await tx
    .update(blocMembers)
    .set({ period: `[${on},)` })
    .where(joined)
}

/** Writes posts with who held and holds them; answers the ids of the appointments by their keys. */
export async function seedPeople(tx: Db, unitIds: Map<string, string>): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { unit, name, holders } of demoPosts) {
    const postId = uuidv7()
    await tx.insert(posts).values({ id: postId, unitId: idOf(unitIds, unit), name })
    for (const [index, { key, slug, fullName, from = '' }] of holders.entries()) {
      const [id, personId, until = ''] = [uuidv7(), uuidv7(), holders[index + 1]?.from]
      ids.set(key, id)
      await tx.insert(people).values({ id: personId, slug, fullName, sortKey: sortKeyOf(fullName) })
      const period = `${from === '' ? '(' : '['}${from},${until})`
      await tx.insert(appointments).values({ id, postId, personId, period, kind: 'substantive' })
    }
  }
  return ids
}

/** The given name first, as Vietnamese names are sorted. */
function sortKeyOf(fullName: string): string {
  const names = fullName.split(' ')
  return [names.at(-1), ...names.slice(0, -1)].join(' ')
}
