import type { Db } from '../db/client.ts'
import { insertPastHits, readPastDays } from './hits/past-hits.repository.ts'
import { makePartitions } from './partitions.repository.ts'
import { type PastArticle, planDay } from './past-visits-plan.ts'
import { reopenDays, rollUp } from './roll-ups/roll-up.ts'

export interface PastVisits {
  siteId: string
  /** What is read, the most wanted first. May be empty: then everyone reads the home page. */
  articles: PastArticle[]
  /** How many local days back. Today counts too, up to now. */
  days?: number
  /** The same seed gives the same visits on the same days, so calling it again adds nothing. */
  seed?: number
}

/** Plausible visits of the past weeks for a demonstration, written straight as hits and rolled up. Returns how many page views were added. */
export async function insertPastVisits(db: Db, { siteId, articles, days = 28, seed = 1 }: PastVisits): Promise<number> {
  const localDays = await readPastDays(db, siteId, days)
  await makePartitions(db, localDays[0])
  const hits = localDays.flatMap((day) => planDay(day, articles, seed))
  const added = await insertPastHits(db, siteId, hits)
  await reopenDays(db, siteId, localDays[0])
  await rollUp(db)
  return added
}
