import type { ArticleAction } from './permissions.ts'

export const workStates = ['none', 'draft'] as const
export type WorkState = (typeof workStates)[number]

export const publicStates = ['none', 'published', 'held', 'withdrawn'] as const
export type PublicState = (typeof publicStates)[number]

export interface States {
  workState: WorkState
  publicState: PublicState
}

interface Move {
  /** Who: the action that `can()` is asked for. */
  action: ArticleAction
  /** From which work state to which. Absent: any, unchanged. */
  work?: Partial<Record<WorkState, WorkState>>
  /** From which public state to which. Absent: any, unchanged. */
  public?: Partial<Record<PublicState, PublicState>>
}

/** The table of moves under the publishing policy `direct` (docs/model.md). A state that a row does not name refuses the verb. */
export const moves = {
  edit: { action: 'article.edit', work: { none: 'draft', draft: 'draft' } },
  publish: {
    action: 'article.publish',
    work: { draft: 'none' },
    public: { none: 'published', published: 'published', held: 'published', withdrawn: 'published' },
  },
  hold: { action: 'article.hold', public: { published: 'held', withdrawn: 'held' } },
  putBack: { action: 'article.hold', public: { held: 'published', withdrawn: 'published' } },
  withdraw: { action: 'article.withdraw', public: { published: 'withdrawn', held: 'withdrawn' } },
} as const satisfies Record<string, Move>

export type Verb = keyof typeof moves
export const verbs = Object.keys(moves) as Verb[]

/** The states after the verb, or null when the verb is not allowed in these states. */
export function nextStates(states: States, verb: Verb): States | null {
  const move: Move = moves[verb]
  const workState = move.work ? move.work[states.workState] : states.workState
  const publicState = move.public ? move.public[states.publicState] : states.publicState
  return workState && publicState ? { workState, publicState } : null
}
