import type { BlocResult, BlocYearInput, EditorialBlocYear } from '@bantin/shared/editorial-emulation'
import { readNumber } from '@bantin/shared/read-number'
import type { FieldProblems, Filled } from '../../../ui/use-ask-form.ts'

/** What is said of a member, in the order of the columns. */
export const scoreFields = ['self', 'bloc', 'final', 'rank', 'note'] as const

export type ScoreLine = BlocResult

/** Every member of the year with its result, or with an empty one: those with results first, as they are ranked. */
export function scoreLines({ results, members }: Pick<EditorialBlocYear, 'results' | 'members'>): ScoreLine[] {
  const known = new Set(results.map(({ unitId }) => unitId))
  const without = members.filter(({ unitId }) => !known.has(unitId))
  return [...results, ...without.map(({ unitId, name }) => ({ unitId, name, self: null, bloc: null, final: null, rank: null, note: null }))]
}

/** The whole year as it is filled in, under the status and the basis that it has; a member of whom nothing is said has no result. */
export function readScores(
  filled: Filled,
  year: EditorialBlocYear,
  words: { notNumber: string; notRank: string },
): { send: { input: BlocYearInput } } | { wrong: FieldProblems } {
  const wrong: FieldProblems = {}
  const numberOf = (name: string): number | null => {
    const text = filled(name)
    const number = text === '' ? null : readNumber(text)
    if (number === undefined || Math.abs(number ?? 0) > 1_000_000) wrong[name] = words.notNumber
    return number ?? null
  }
  const byFinal = filled('byFinal') === 'yes'
  const rankOf = (name: string): number | null => {
    const rank = numberOf(name)
    if (rank !== null && !(Number.isInteger(rank) && rank >= 1 && rank <= 1000)) wrong[name] = words.notRank
    return rank
  }
  const results = scoreLines(year).flatMap(({ unitId }) => {
    const score = (field: string) => `${unitId}/${field}`
    const [self, bloc, final] = [numberOf(score('self')), numberOf(score('bloc')), numberOf(score('final'))]
    const [rank, note] = [rankOf(score('rank')), filled(score('note')) || null]
    const isSaid = [self, bloc, final, rank, note].some((value) => value !== null)
    return isSaid ? [{ unitId, self, bloc, final, rank, note }] : []
  })
  if (Object.keys(wrong).length > 0) return { wrong }
  const { status, legalBasis } = year
  return { send: { input: { status, legalBasis, results, ...(byFinal ? { ranking: 'final' as const } : {}) } } }
}
