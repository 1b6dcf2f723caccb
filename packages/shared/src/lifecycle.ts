import type { ArticleAction, PublishingPolicy } from './permissions.ts'

export const workStates = ['none', 'draft', 'in_review', 'approved', 'scheduled'] as const
export type WorkState = (typeof workStates)[number]

export const publicStates = ['none', 'published', 'held', 'withdrawn', 'redirected', 'removed'] as const
export type PublicState = (typeof publicStates)[number]

/** How a removed address answers: 410 says that something was there, 404 does not. */
export const removalAnswers = ['gone', 'vanish'] as const
export type RemovalAnswer = (typeof removalAnswers)[number]

export interface States {
  workState: WorkState
  publicState: PublicState
}

/** What a move depends on besides the two states. What is absent does not hold. */
export interface Situation extends States {
  policy: PublishingPolicy
  /** The actor created the article, or it is assigned to him. */
  isAuthor?: boolean
  /** Its newest revision has been approved, though it is scheduled by now. */
  isApproved?: boolean
  /** It was published without a second person, who has not looked at it since. */
  isUnreviewed?: boolean
  /** Its newest edition was emptied. */
  isRedacted?: boolean
  /** It was held, redirected or removed after it had been scheduled. */
  isTakenDownSince?: boolean
  /** It was held without a reason, not longer ago than the reason may take. */
  lacksHoldReason?: boolean
  /** It is to be withdrawn at a time that was set. */
  hasPlannedWithdrawal?: boolean
  /** Publishing: the publisher goes ahead without the second person. */
  isForced?: boolean
  /** Publishing: a minor edition, where the site lets a publisher publish those alone. */
  isMinorDirect?: boolean
}

/** The conditions of the table by name. */
const conditions = {
  'by a reviewer': ({ isAuthor }) => !isAuthor,
  'under direct': ({ policy }) => policy === 'direct',
  'a minor edition that needs no second person': ({ isMinorDirect }) => isMinorDirect === true,
  'forced, under review': ({ policy, isForced }) => policy === 'review' && isForced === true,
  'published by force': ({ isUnreviewed }) => isUnreviewed === true,
  'approved before': ({ isApproved }) => isApproved === true,
  'not redacted': ({ isRedacted }) => !isRedacted,
  'not taken down since': ({ isTakenDownSince }) => !isTakenDownSince,
  'to give the reason within 24 hours': ({ lacksHoldReason }) => lacksHoldReason === true,
  'to call off the planned withdrawal': ({ hasPlannedWithdrawal }) => hasPlannedWithdrawal === true,
} as const satisfies Record<string, (situation: Situation) => boolean>

export interface Move {
  when?: keyof typeof conditions
  /** From which work state to which. Absent: any, unchanged. */
  work?: Partial<Record<WorkState, WorkState>>
  /** From which public state to which. Absent: any, unchanged. */
  public?: Partial<Record<PublicState, PublicState>>
}

interface Row {
  /** Who: the action that `can()` is asked for. */
  action: ArticleAction
  /** The first that fits is made; where none fits, the verb is refused. */
  moves: readonly Move[]
}

const toPublished = {
  none: 'published',
  published: 'published',
  held: 'published',
  withdrawn: 'published',
  redirected: 'published',
  removed: 'published',
} as const
const edit = [
  { work: { none: 'draft', draft: 'draft', approved: 'draft' } },
  { when: 'by a reviewer', work: { in_review: 'in_review' } },
] as const

/** The table of moves (docs/model.md). `publishDue` and `withdrawDue` are the clock's. */
export const verbTable = {
  edit: { action: 'article.edit', moves: edit },
  restore: { action: 'article.edit', moves: edit },
  submit: { action: 'article.submit', moves: [{ work: { draft: 'in_review' } }] },
  recall: { action: 'article.recall', moves: [{ work: { in_review: 'draft' } }] },
  return: { action: 'article.return', moves: [{ work: { in_review: 'draft', approved: 'draft' } }] },
  approve: {
    action: 'article.approve',
    moves: [{ work: { in_review: 'approved' } }, { when: 'published by force', work: { none: 'none' } }],
  },
  publish: {
    action: 'article.publish',
    moves: [
      { work: { approved: 'none' }, public: toPublished },
      { when: 'under direct', work: { draft: 'none' }, public: toPublished },
      { when: 'a minor edition that needs no second person', work: { draft: 'none' }, public: toPublished },
      { when: 'forced, under review', work: { draft: 'none', in_review: 'none' }, public: toPublished },
    ],
  },
  publishDue: {
    action: 'article.publish',
    moves: [{ when: 'not taken down since', work: { scheduled: 'none' }, public: toPublished }],
  },
  schedule: {
    action: 'article.publish',
    moves: [{ work: { approved: 'scheduled' } }, { when: 'under direct', work: { draft: 'scheduled' } }],
  },
  unschedule: {
    action: 'article.publish',
    moves: [
      { when: 'approved before', work: { scheduled: 'approved' } },
      { work: { scheduled: 'draft' } },
      { when: 'to call off the planned withdrawal', public: { published: 'published', held: 'held' } },
    ],
  },
  hold: {
    action: 'article.hold',
    moves: [{ public: { published: 'held', withdrawn: 'held' } }, { when: 'to give the reason within 24 hours', public: { held: 'held' } }],
  },
  putBack: {
    action: 'article.hold',
    moves: [{ when: 'not redacted', public: { held: 'published', withdrawn: 'published', redirected: 'published', removed: 'published' } }],
  },
  // What was emptied has nothing left to read under the banner.
  withdraw: { action: 'article.withdraw', moves: [{ when: 'not redacted', public: { published: 'withdrawn', held: 'withdrawn' } }] },
  withdrawDue: { action: 'article.withdraw', moves: [{ public: { published: 'withdrawn' } }] },
  redirect: {
    action: 'article.withdraw',
    moves: [{ public: { published: 'redirected', held: 'redirected', withdrawn: 'redirected' } }],
  },
  remove: {
    action: 'article.withdraw',
    moves: [{ public: { published: 'removed', held: 'removed', withdrawn: 'removed', redirected: 'removed' } }],
  },
  redact: {
    action: 'article.redact',
    moves: [
      {
        public: {
          published: 'published',
          held: 'held',
          withdrawn: 'withdrawn',
          redirected: 'redirected',
          removed: 'removed',
        },
      },
    ],
  },
  delete: { action: 'article.delete', moves: [{ work: { draft: 'draft' }, public: { none: 'none' } }] },
} as const satisfies Record<string, Row>

export type Verb = keyof typeof verbTable
export const verbs = Object.keys(verbTable) as Verb[]

/** The move that the verb is in this situation, and the states after it; null when it is not allowed. */
export function findMove(situation: Situation, verb: Verb): { move: Move; states: States } | null {
  for (const move of verbTable[verb].moves as readonly Move[]) {
    if (move.when && !conditions[move.when](situation)) continue
    const workState = move.work ? move.work[situation.workState] : situation.workState
    const publicState = move.public ? move.public[situation.publicState] : situation.publicState
    if (workState && publicState) return { move, states: { workState, publicState } }
  }
  return null
}

/** Why a change of the content is refused that would be allowed after another verb, or null. */
export function firstVerbNeeded({ workState }: States, verb: Verb): 'recall' | 'unschedule' | null {
  if (verb !== 'edit' && verb !== 'restore') return null
  return workState === 'in_review' ? 'recall' : workState === 'scheduled' ? 'unschedule' : null
}
