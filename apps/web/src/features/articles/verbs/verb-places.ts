import type { States } from '@bantin/shared/lifecycle'
import type { DeskVerb } from './available-verbs.ts'

/** Where the buttons stand: the next thing to do and what goes with it in the bar, the rest by what it is about. */
export interface VerbPlaces {
  next: DeskVerb | null
  beside: DeskVerb[]
  draft: DeskVerb[]
  readers: DeskVerb[]
  other: DeskVerb[]
}

/** The next thing to do: the first of these that is possible. */
const nextInOrder: readonly DeskVerb[] = ['approve', 'publish', 'submit', 'approveAfterwards']
const draft: readonly DeskVerb[] = ['submit', 'return', 'publishForced', 'schedule', 'delete']
const readers: readonly DeskVerb[] = ['putBack', 'withdraw', 'redirect', 'remove', 'redact']
const other: readonly DeskVerb[] = ['assign', 'duplicate']

/** The buttons of what is available, each at one place. What a notice about the state offers (recalling, unscheduling) is not here. */
export function placesOf(available: readonly DeskVerb[], states: States): VerbPlaces {
  const has = (verb: DeskVerb) => available.includes(verb)
  const next = nextInOrder.find(has) ?? (states.publicState === 'held' && has('putBack') ? 'putBack' : null)
  const beside = companionsOf(states).filter((verb) => has(verb) && verb !== next)
  const rest = (verbs: readonly DeskVerb[]) => verbs.filter((verb) => has(verb) && verb !== next && !beside.includes(verb))
  return { next, beside, draft: rest(draft), readers: rest(readers), other: rest(other) }
}

/** What belongs beside the next thing in these states. Taking down is always last, at the same place. */
function companionsOf({ workState, publicState }: States): DeskVerb[] {
  return [
    ...(workState === 'in_review' ? (['return'] as const) : []),
    ...(workState === 'approved' ? (['schedule'] as const) : []),
    'publishMinor',
    ...(publicState === 'held' || publicState === 'withdrawn' ? (['putBack'] as const) : []),
    'hold',
  ]
}
