import type { DeliveryDb } from '../../db/client.ts'
import { findMatches, type Match, type Narrowing, type Windowed } from './matches.queries.ts'
import type { Stage } from './stages.ts'

/** How far somebody has read: in which stage, behind which window, and how many after that. */
export interface Progress {
  stage: number
  behind: [string, string] | undefined
  passed: number
}

export const atTheBeginning: Progress = { stage: 0, behind: undefined, passed: 0 }

/** The next articles, stage after stage, and how far that is; undefined behind the last one. */
export async function readStages(
  db: DeliveryDb,
  stages: Stage[],
  narrowing: Narrowing,
  from: Progress,
  limit: number,
): Promise<{ found: Match[]; next: Progress | undefined }> {
  const found: Match[] = []
  let at: Progress | undefined = from
  let before: Match[] | undefined
  while (at && found.length < limit) {
    const stage: Stage | undefined = stages[at.stage]
    if (!stage) return { found, next: undefined }
    const missing = limit - found.length
    const windowed = await findMatches(db, stage, narrowing, at, missing, before)
    found.push(...(windowed?.matches ?? []))
    const next = following(at, stage, windowed)
    before = isWhole(at, next) ? (windowed?.matches ?? []) : undefined
    at = next
  }
  return { found, next: await whereMoreIs(db, stages, narrowing, at) }
}

/** Whether a stage was read from its beginning to its end, in one window. */
function isWhole({ stage, behind, passed }: Progress, next: Progress): boolean {
  return next.stage > stage && behind === undefined && passed === 0
}

/** Where it goes on, if it does: what comes behind a whole window may be nothing, and nobody is sent to an empty page. */
async function whereMoreIs(db: DeliveryDb, stages: Stage[], narrowing: Narrowing, at: Progress | undefined): Promise<Progress | undefined> {
  // Within a window it is known.
  if (!at || at.passed > 0) return at
  const stage = stages[at.stage]
  if (!stage) return undefined
  if (await findMatches(db, stage, narrowing, at, 1)) return at
  return await whereMoreIs(db, stages, narrowing, following(at, stage, undefined))
}

/** Where it goes on: in the window, in the next one of the stage, in the next stage. */
function following({ stage, behind, passed }: Progress, { window }: Stage, windowed: Windowed | undefined): Progress {
  if (!windowed || windowed.size === 0) return { stage: stage + 1, behind: undefined, passed: 0 }
  const read = passed + windowed.matches.length
  if (read < windowed.size) return { stage, behind, passed: read }
  return windowed.size < window ? { stage: stage + 1, behind: undefined, passed: 0 } : { stage, behind: windowed.last, passed: 0 }
}
