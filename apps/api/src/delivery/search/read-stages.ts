import type { DeliveryDb } from '../../db/client.ts'
import { findMatches, type Match, type Narrowing } from './matches.queries.ts'
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
  while (at && found.length < limit) {
    const stage: Stage | undefined = stages[at.stage]
    if (!stage) return { found, next: undefined }
    const missing = limit - found.length
    const matches = await findMatches(db, stage, narrowing, at, missing)
    const taken: Match[] = stage.window === undefined ? matches : matches.slice(at.passed, at.passed + missing)
    found.push(...taken)
    at = taken.length === missing ? { ...at, passed: at.passed + missing } : following(at, stage, matches)
  }
  return { found, next: at }
}

/** Where it goes on when a stage or its window has no more. */
function following(at: Progress, { window }: Stage, matches: Match[]): Progress {
  if (window === undefined || matches.length < window) return { stage: at.stage + 1, behind: undefined, passed: 0 }
  const last = matches.reduce((oldest, match) => (isBefore(match, oldest) ? match : oldest))
  return { stage: at.stage, behind: [last.publishedAt, last.id], passed: 0 }
}

function isBefore(a: Match, b: Match): boolean {
  const difference = Date.parse(a.publishedAt) - Date.parse(b.publishedAt)
  return difference === 0 ? a.id < b.id : difference < 0
}
