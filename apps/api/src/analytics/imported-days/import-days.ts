import { lastOfMonth } from '@bantin/shared/days'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { findProgress, lockRollUps } from '../roll-ups/progress.repository.ts'
import { rollUpDay } from '../roll-ups/roll-up-day.repository.ts'
import { rollUpMonth, rollUpTotal } from '../roll-ups/roll-up-months.repository.ts'
import { findLimits, type Limits, storeImportedDays, waitForTurn } from './imported-days.repository.ts'
import type { GivenDay, GivenDays, Refusal } from './read-days.ts'

export interface ImportedDays {
  /** If there is any, nothing was changed. In the order of the file. */
  refused: Refusal[]
  /** Days that are new or say something else than before. */
  changed: number
}

/**
 * Takes over what another system counted on days before the site counted by itself: all of the days, or none where any is refused. Their
 * roll-ups, those of their months and the total have them then. The same days again change nothing; other numbers of a day replace it.
 */
export async function importDays(db: Db, siteId: string, given: GivenDays, actor: ActingPerson): Promise<ImportedDays> {
  return await db.transaction(async (tx) => {
    await waitForTurn(tx)
    await lockRollUps(tx)
    const { closedThrough } = await findProgress(tx, siteId, null)
    const refused = [...given.refused, ...refuseDays(given.days, await findLimits(tx, siteId))].toSorted((a, b) => a.line - b.line)
    if (refused.length > 0) return { refused, changed: 0 }
    const changed = await storeImportedDays(tx, siteId, given.days)
    // Days that are open have it when they close.
    await rollUpDays(tx, siteId, { days: changed.filter((day) => day <= closedThrough), closedThrough })
    const [from, to] = [changed[0], changed.at(-1)]
    if (from !== undefined) {
      const detail = { from, to, days: changed.length }
      await recordAudit(tx, actor, { action: 'site.import_visits', entity: 'site', entityId: siteId, detail })
    }
    return { refused, changed: changed.length }
  })
}

function refuseDays(days: GivenDay[], { today, firstOwnDay }: Limits): Refusal[] {
  return days.flatMap(({ day, line }) => {
    if (firstOwnDay !== null && day >= firstOwnDay)
      return [{ line, why: `${day} is not before ${firstOwnDay}, since when this site counts by itself` }]
    return day >= today ? [{ line, why: `${day} is not over` }] : []
  })
}

async function rollUpDays(tx: Db, siteId: string, { days, closedThrough }: { days: string[]; closedThrough: string }): Promise<void> {
  if (days.length === 0) return
  for (const day of days) await rollUpDay(tx, { siteId, day })
  const months = new Set(days.map(lastOfMonth))
  for (const last of months) if (last <= closedThrough) await rollUpMonth(tx, siteId, last)
  await rollUpTotal(tx, siteId)
}
