/** Who walks: people of the article's unit, the whole site's admin and auditor, and a stranger with a role over another unit. */
export const people = ['reporter', 'colleague', 'editor', 'publisher', 'otherPublisher', 'admin', 'auditor', 'stranger'] as const
export type PersonName = (typeof people)[number]

export type Policy = 'direct' | 'review' | 'strict'

/** What is said of a new edition; whether it comes with a wrong and a right. */
export interface Said {
  kind: 'major' | 'minor' | 'correction' | undefined
  corrects: boolean
}

interface By {
  actor: PersonName
  version: 'right' | 'stale' | 'none'
}

/** A request of somebody, with everything in it that the answer depends on. */
export type Step = By &
  (
    | { verb: 'edit' | 'autosave'; change: 'title' | 'sapo' | 'no sapo' | 'nothing' }
    | { verb: 'restore'; revision: number }
    | { verb: 'submit' | 'approve'; note: string | null }
    | { verb: 'recall' | 'return' | 'unschedule' | 'putBack' | 'withdraw' | 'duplicate' | 'delete' }
    | { verb: 'publish'; edition: Said; force: boolean; note: string | null; cameOut: 'never' | 'past' | 'future' }
    | { verb: 'schedule'; edition: Said; times: 'fit' | 'until' | 'past' | 'until without reason' | 'until before' }
    | { verb: 'hold'; reason: string | null }
    | { verb: 'redirect'; target: 'published' | 'draft' | 'itself' | 'missing' }
    | { verb: 'remove'; answer: 'gone' | 'vanish' }
    | { verb: 'redact'; editions: number[] }
    | { verb: 'assign'; to: PersonName | null }
  )
export type WalkedVerb = Step['verb']

/** What happens by itself: the clock reaches what was planned, or a day goes by. */
export type Event = 'publishDue' | 'withdrawDue' | 'aDay'

/** How a request is to be answered; `code` is null for a success. */
export interface Verdict {
  status: number
  code: string | null
}

export interface Revision {
  title: string
  sapo: string | null
  /** With its text, picture and category, which only being emptied takes away. */
  isWhole: boolean
  writer: PersonName
  sealed: boolean
  redacted: boolean
}

export interface Edition {
  kind: 'major' | 'minor' | 'correction'
  /** Its number. */
  revision: number
  redacted: boolean
}

/** What is known of one article. */
export interface Life {
  policy: Policy
  askedBy: 'site' | 'unit' | 'category'
  minorDirect: boolean
  creator: PersonName
  /** Held, redirected or removed after it had been scheduled. */
  isTakenDownSince: boolean
  assignee: PersonName | null
  exists: boolean
  work: 'none' | 'draft' | 'in_review' | 'approved' | 'scheduled'
  shown: 'none' | 'published' | 'held' | 'withdrawn' | 'redirected' | 'removed'
  version: number
  /** Number 1 first. */
  revisions: Revision[]
  editions: Edition[]
  isApproved: boolean
  schedule: { kind: Said['kind']; until: boolean } | null
  plannedWithdrawal: 'planned' | null
  forced: boolean
  hold: { reason: string | null; isFresh: boolean } | null
  removal: 'gone' | 'vanish' | null
  isBackdated: boolean
  feed: { action: 'put' | 'delete'; reason: string; edition: number; replacedBy: boolean }[]
  /** Actions with the versions after them. */
  audit: { action: string; version: number; actor: PersonName | 'clock' }[]
}
