import type { PublishInput, ScheduleInput } from '@bantin/shared/article-verbs'
import type { Move, Verb } from '@bantin/shared/lifecycle'
import type { Db } from '../db/client.ts'
import type { ActingPerson } from '../lib/acting-person.ts'
import type { ArticleRow, RevisionRow } from './article.ts'
import type { ChangeEntry } from './changes.ts'
import type { EditionRow } from './editions.ts'
import type { RevisionContent } from './revisions.ts'

/** What each verb needs beside the article. Times and `backfill` are for imports: no route takes them. */
export interface VerbInput {
  edit: Partial<RevisionContent>
  restore: { revision: number }
  submit: { note?: string | null }
  recall: object
  return: { note: string }
  approve: { note?: string | null }
  publish: PublishInput & { at?: Date; backfill?: boolean }
  publishDue: object
  schedule: ScheduleInput
  unschedule: object
  hold: { reason?: string | null }
  putBack: object
  withdraw: { reason: string }
  withdrawDue: object
  redirect: { target: string }
  remove: { answer: 'gone' | 'vanish'; reason: string }
  redact: { editions: number[]; reason: string; address?: 'keep' | 'replace' }
}

/** The verbs that move an article from state to state; `delete` leaves none to move. */
export type MovingVerb = Exclude<Verb, 'delete'>

/** What a verb changes: columns of the article, what stands in the audit log, what portals are told. */
export interface Effect {
  set: Partial<ArticleRow>
  fields: string[]
  hashes?: { before?: string | null; after?: string | null }
  /** The content of the newest revision, where it is another one now. */
  content?: RevisionContent
  detail?: Record<string, unknown>
  change?: Pick<ChangeEntry, 'action' | 'reason' | 'edition'> & Partial<ChangeEntry>
  /** What readers are shown from now on, where the verb has it at hand. */
  shown?: { revision: RevisionRow; edition: EditionRow }
}

/** Makes a verb's own changes and answers the rest. The article is locked, the move is allowed; `now` is the moment of the transaction. */
export type VerbEffect<V extends MovingVerb> = (
  tx: Db,
  article: ArticleRow,
  actor: ActingPerson,
  input: VerbInput[V],
  move: Move,
  now: Date,
) => Promise<Effect>
