import { rankScores } from '@bantin/shared/rank-scores'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../db/client.ts'
import { awards, blocResults, blocYears } from '../db/schema/blocs.ts'
import { demoAwards, demoYears, emulationBloc } from './content/emulation.ts'
import { idOf } from './keys.ts'

/** Writes what the bloc's years came to: one that is decided, with two that share a rank, and one that is only proposed. */
export async function seedEmulation(tx: Db, unitIds: Map<string, string>): Promise<void> {
  const blocId = idOf(unitIds, emulationBloc)
  for (const { year, status, legalBasis, scores } of demoYears) {
    const ranks = rankScores(scores.map((one) => one.scores[2]))
    await tx.insert(blocYears).values({ blocId, year, status, legalBasis })
    await tx.insert(blocResults).values(
      scores.map(({ unit, scores: [self, bloc, final], ...more }, i) => ({
        ...{ blocId, year, unitId: idOf(unitIds, unit), rank: ranks[i] ?? null, note: 'note' in more ? more.note : null },
        ...{ selfScore: asNumeric(self), blocScore: asNumeric(bloc), finalScore: asNumeric(final) },
      })),
    )
  }
  await tx.insert(awards).values(demoAwards.map(({ unit, ...award }) => ({ id: uuidv7(), blocId, unitId: idOf(unitIds, unit), ...award })))
}

const asNumeric = (score: number | null) => (score === null ? null : String(score))
