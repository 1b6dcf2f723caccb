import { createSecretKey, type KeyObject } from 'node:crypto'
import type { Db } from '../../db/client.ts'
import { type Clock, readClocks } from '../clocks.repository.ts'
import { createSalts, type Salts } from './salts.ts'

/** A site's day, and its salt as a key. */
export interface SiteDay extends Clock {
  salt: KeyObject
}

export interface SiteDays {
  /** The day of each site, of `at` instead of now. It may be a minute old: whoever writes by it has to make sure that the day goes on. */
  of(db: Db, at: Date | null): Promise<Map<string, SiteDay>>
  /** For who found that a day is over, or that there is another site. */
  forget(): void
}

const remembered = 60_000

/** What one process knows of days, so that not every hit has to ask for them. `secrets` seal and open the salts that are stored. */
export function createSiteDays(secrets: Parameters<typeof createSalts>[0]): SiteDays {
  const salts = createSalts(secrets)
  let known: { until: number; days: Map<string, SiteDay> } | undefined
  return {
    async of(db, at) {
      if (!at && known && performance.now() < known.until) return known.days
      const until = performance.now() + remembered
      const days = await readDays(db, salts, at)
      if (!at) known = { until, days }
      return days
    },
    forget: () => {
      known = undefined
    },
  }
}

async function readDays(db: Db, salts: Salts, at: Date | null): Promise<Map<string, SiteDay>> {
  const clocks = await readClocks(db, at)
  const saltOf = await salts.of(
    db,
    clocks.map(({ localDay }) => localDay),
  )
  return new Map(clocks.map((clock) => [clock.siteId, { ...clock, salt: createSecretKey(saltOf.get(clock.localDay) as Buffer) }]))
}
