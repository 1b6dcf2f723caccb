import type { unitKinds } from '@bantin/shared/units'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../src/db/client.ts'
import { unitNames, unitParents, units } from '../src/db/schema/units.ts'

interface AddedUnit {
  id?: string
  slug: string
  kind?: (typeof unitKinds)[number]
  name: string
  shortName?: string | null
  parentId?: string
}

/** A unit that is there for ever, with its name. Answers its id. */
export async function addUnit(db: Db, unit: AddedUnit): Promise<string> {
  const { id = uuidv7(), slug, kind = 'department', name, shortName = null, parentId } = unit
  await db.transaction(async (tx) => {
    await tx.insert(units).values({ id, slug, kind })
    await tx.insert(unitNames).values({ id: uuidv7(), unitId: id, name, shortName, period: '(,)' })
    if (parentId) await tx.insert(unitParents).values({ id: uuidv7(), unitId: id, parentId, period: '(,)' })
  })
  return id
}
