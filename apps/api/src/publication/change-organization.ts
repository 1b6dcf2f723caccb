import { sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { findSite } from '../db/find-site.ts'
import { ProblemError } from '../errors.ts'
import { appendChanges } from './changes.ts'
import { inWords } from './organization-rules.ts'

/** A unit, somebody or an author of whom readers are shown something else now, or nothing any more. */
export interface ShownThing {
  entity: 'unit' | 'person' | 'author'
  id: string
  isGone?: boolean
  /** Photos of before and from now on. */
  files?: string[]
}

/**
 * Changes units, people, appointments, blocs or authors: one transaction after the other, because what they promise together is of many rows. `work`
 * answers what readers are shown otherwise, which the feed tells. Throws `conflict` with the rule that would be broken, in words.
 */
export async function changeOrganization<T>(tx: Db, work: () => Promise<{ answer: T; shown: ShownThing[] }>): Promise<T> {
  try {
    // Before any row: see docs/model.md#order-of-locks.
    await tx.execute(sql`SELECT lock_organization()`)
    const { answer, shown } = await work()
    await keepRules(tx)
    const { id: siteId } = await findSite(tx)
    await appendChanges(
      tx,
      shown.map(({ entity, id: entityId, isGone = false, files = [] }) => {
        const told = isGone ? ({ action: 'delete', reason: 'removed' } as const) : ({ action: 'put', reason: 'updated' } as const)
        return { siteId, entity, entityId, files, ...told }
      }),
    )
    return answer
  } catch (error) {
    throw inWords(error)
  }
}

/**
 * Does a part of the work, or nothing of it: what keeps it from being done is answered and the rest goes on. Throws what is no rule of the
 * organization.
 */
export async function changePart(tx: Db, work: (part: Db) => Promise<void>): Promise<ProblemError | undefined> {
  try {
    await tx.transaction(async (part) => {
      await work(part)
      await keepRules(part)
      await part.execute(sql`SET CONSTRAINTS ${rulesOfMany} DEFERRED`)
    })
    return undefined
  } catch (error) {
    const problem = inWords(error)
    if (problem instanceof ProblemError) return problem
    throw error
  }
}

const rulesOfMany = sql.raw(
  'keep_unit_life, keep_kind_of_bloc, keep_unit_parents, keep_bloc_members, keep_of_members, keep_appointments, keep_unit_successions',
)

/** Has the rules speak that are looked at when all is done: before the commit, where nobody would put them into words. */
async function keepRules(tx: Db): Promise<void> {
  await tx.execute(sql`SET CONSTRAINTS ${rulesOfMany} IMMEDIATE`)
}
