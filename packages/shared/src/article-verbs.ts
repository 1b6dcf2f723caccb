import { type Static, Type } from 'typebox'
import { EditionKind } from './articles.ts'
import { changeReasons } from './changes.ts'
import { line, nullable, Timestamp, text } from './fields.ts'
import { Id } from './ids.ts'
import { removalAnswers } from './lifecycle.ts'
import { object } from './object.ts'

const Note = text(2000)
const RequiredNote = Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S', description: 'some words' })

const newEdition = {
  kind: Type.Optional(EditionKind),
  note: Type.Optional(nullable(Note)),
  correction: Type.Optional(nullable(object({ wrong: RequiredNote, right: RequiredNote, note: Type.Optional(nullable(Note)) }))),
}

// Text that looks as if it was made for the font of an old encoding is published only by somebody who has looked at it.
const checked = { acceptLegacyFont: Type.Optional(Type.Boolean()) }

/** How a new edition stands to the one before. A correction says what was wrong and what is right. */
export const PublishInput = object({
  ...newEdition,
  ...checked,
  /** Under the policy `review`: without the second person. Needs a note, which then says why to colleagues and is not published. */
  force: Type.Optional(Type.Boolean()),
  /** Of a first publication: the day on which it came out elsewhere, in the past. */
  firstPublishedAt: Type.Optional(nullable(Timestamp)),
})
export type PublishInput = Static<typeof PublishInput>

const planned = { ...newEdition, until: Type.Optional(nullable(Timestamp)), untilReason: Type.Optional(nullable(line(2000))) }

/** What a schedule keeps until it is due. At `until` the article is withdrawn with the reason. */
export const ScheduledPublication = object(planned)
export type ScheduledPublication = Static<typeof ScheduledPublication>

export const ScheduleInput = object({ ...planned, ...checked, at: Timestamp })
export type ScheduleInput = Static<typeof ScheduleInput>

export const NoteInput = object({ note: Type.Optional(nullable(Note)) })
export type NoteInput = Static<typeof NoteInput>
export const ReturnInput = object({ note: RequiredNote })
export type ReturnInput = Static<typeof ReturnInput>
export const HoldInput = object({ reason: Type.Optional(nullable(Note)) })
export type HoldInput = Static<typeof HoldInput>
export const WithdrawInput = object({ reason: line(2000) })
export type WithdrawInput = Static<typeof WithdrawInput>
export const RedirectInput = object({ target: Id })
export type RedirectInput = Static<typeof RedirectInput>
export const RemoveInput = object({ answer: Type.Enum(removalAnswers), reason: RequiredNote })
export type RemoveInput = Static<typeof RemoveInput>
export const RedactInput = object({
  editions: Type.Array(Type.Integer({ minimum: 1, maximum: 1_000_000 }), { minItems: 1, maxItems: 100, uniqueItems: true }),
  /** `replace`: the article gets an address without words of its title, and every earlier one leads nowhere. */
  address: Type.Optional(Type.Enum(['keep', 'replace'] as const)),
  reason: RequiredNote,
})
export type RedactInput = Static<typeof RedactInput>
export const RestoreInput = object({ revision: Type.Integer({ minimum: 1, maximum: 1_000_000 }) })
export const AssignInput = object({ userId: nullable(Id) })
export type AssignInput = Static<typeof AssignInput>

/** A portal that acknowledges the feed, and whether it has taken over the newest entry about the article. */
export const PortalReceipt = object({
  name: Type.String(),
  hasReceived: Type.Boolean(),
  /** When it last said how far it is. */
  acknowledgedAt: Timestamp,
})
export type PortalReceipt = Static<typeof PortalReceipt>

/** Who has received what portals were told of an article last. */
export const ArticleReceipt = object({
  /** In the change feed; null of what was never told. */
  entry: nullable(object({ seq: Type.Integer(), at: Timestamp, reason: Type.Enum(changeReasons), edition: nullable(Type.Integer()) })),
  /** Open portals that have acknowledged before and are told of the article, by name. */
  portals: Type.Array(PortalReceipt),
})
export type ArticleReceipt = Static<typeof ArticleReceipt>

/** What a move changed of what we serve. */
export const Receipt = object({
  at: Timestamp,
  /** Of the entry in the change feed. */
  seq: Type.Integer(),
  reason: Type.Enum(changeReasons),
  edition: nullable(Type.Integer()),
  /** Of the edition that is public now, or null. */
  hash: nullable(Type.String()),
  /** The head of the publication log after it. */
  head: Type.String(),
  /** Every address of the article, and how it answers from now on. */
  served: Type.Array(object({ url: Type.String(), status: Type.Integer() })),
  /** Caches in front of the site: `waiting` to be told, which is tried until they have said so, or `none`. */
  caches: Type.Enum(['waiting', 'none']),
  /** None has received it yet; `GET /editorial/articles/{id}/receipt` says later who has. */
  portals: Type.Array(PortalReceipt),
})
export type Receipt = Static<typeof Receipt>
