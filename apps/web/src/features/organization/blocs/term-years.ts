import type { EditorialBloc } from '@bantin/shared/editorial-blocs'
import type { BlocYearCard } from '@bantin/shared/editorial-emulation'

export type Term = EditorialBloc['terms'][number]

/** A line of the rotation. */
export interface TermYear {
  year: number
  head: Term[]
  deputy: Term[]
  /** How far the results are; null while there are none. */
  results: BlocYearCard['status'] | null
}

/** Every year that somebody leads the bloc or results are kept of, with this one and the last, whose results come next; the newest first. */
export function termYears(terms: readonly Term[], cards: readonly BlocYearCard[], today: string): TermYear[] {
  const now = Number(today.slice(0, 4))
  const years = [...new Set([now, now - 1, ...[...terms, ...cards].map(({ year }) => year)])].sort((a, b) => b - a)
  return years.map((year) => {
    const ofYear = terms.filter((term) => term.year === year)
    return {
      year,
      head: ofYear.filter(({ role }) => role === 'head'),
      deputy: ofYear.filter(({ role }) => role === 'deputy'),
      results: cards.find((card) => card.year === year)?.status ?? null,
    }
  })
}

/** The year after the last one that somebody leads the bloc in, or the one after today's. */
export function nextYear(terms: readonly Term[], today: string): number {
  const last = Math.max(Number(today.slice(0, 4)), ...terms.map(({ year }) => year))
  return last + 1
}

/** The member of that year which has not headed the bloc for longest, or never; by name where several are alike. */
export function longestWithout(
  { members, terms }: Pick<EditorialBloc, 'members' | 'terms'>,
  year: number,
): { unitId: string; name: string } | null {
  const lastOf = (unitId: string): number =>
    Math.max(0, ...terms.filter((term) => term.unitId === unitId && term.role === 'head').map((term) => term.year))
  const there = members.filter(({ from, through }) => (from ?? '') <= `${year}-12-31` && (through ?? '9') >= `${year}-01-01`)
  return [...there].sort((a, b) => lastOf(a.unitId) - lastOf(b.unitId))[0] ?? null
}
