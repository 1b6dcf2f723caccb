import { type Static, Type } from 'typebox'
import { nullable, Timestamp } from './fields.ts'
import { Id } from './ids.ts'
import { publicStates, workStates } from './lifecycle.ts'
import { NamedGrant } from './named-grant.ts'
import { object } from './object.ts'

const article = { id: Id, title: Type.String(), unitName: nullable(Type.String()) }

/** How many items of each kind the sheet names; `total` counts them all. */
export const maxSheetItems = 100

/** How many of those who could take over it names, the first by name. */
export const maxSuccessors = 500

function items<S extends Parameters<typeof Type.Array>[0]>(item: S) {
  return object({ total: Type.Integer(), data: Type.Array(item, { maxItems: maxSheetItems }) })
}

/**
 * What a person has under way: everything that would be left without anybody when he leaves, of units in which the one who asks reads
 * everything. `version` is the person's: what the hand-over needs as `If-Match`.
 */
export const HandOverSheet = object({
  user: object({ id: Id, name: Type.String(), version: Type.Integer(), disabledAt: nullable(Timestamp) }),
  /** Assigned to him, or created by him and assigned to nobody; being written. */
  drafts: items(object({ ...article, updatedAt: Timestamp, publicState: Type.Enum(publicStates) })),
  /** The same, handed in: in review, approved or on the schedule, whoever put it there. */
  inReview: items(object({ ...article, updatedAt: Timestamp, workState: Type.Enum(workStates) })),
  /** What he put on the schedule. */
  schedules: items(object({ ...article, publishAt: Timestamp })),
  /** Links that he made and that still open: previews and requests for an opinion. */
  links: items(object({ ...article, kind: Type.Enum(['preview', 'opinion']), linkId: Id, expiresAt: Timestamp })),
  /** Open portals that he answers for, also after he was disabled; `acknowledgedAt`: when each last said how far it is. */
  clients: items(object({ id: Id, name: Type.String(), unitName: nullable(Type.String()), acknowledgedAt: nullable(Timestamp) })),
  grants: Type.Array(NamedGrant),
  /** Who can take over: people who may sign in and have a role that writes. */
  successors: Type.Array(object({ id: Id, name: Type.String() }), { maxItems: maxSuccessors }),
})
export type HandOverSheet = Static<typeof HandOverSheet>

/**
 * One decision for each part of the sheet; all of it is done in one transaction or none of it. Bylines stay. `to` is needed where
 * something is handed to somebody. Of a role that he lacks for it, `errors` say at `/articles`, `/schedules` or `/links` in which unit.
 */
export const HandOverInput = object({
  to: nullable(Id),
  /** Drafts and what is handed in: the successor works on them, or they stay as they are. */
  articles: Type.Enum(['give', 'leave']),
  /** `give`: the successor answers for them; `unschedule`: they go back to approved, or to draft. */
  schedules: Type.Enum(['give', 'unschedule', 'leave']),
  links: Type.Enum(['give', 'revoke', 'leave']),
  /** Portals: the successor answers for them, or nobody but him. */
  clients: Type.Enum(['give', 'leave']),
  /** `give`: they move to the successor, beside his own; `remove`: they are gone. */
  grants: Type.Enum(['give', 'remove', 'leave']),
  /** The account is disabled at the end: its sessions end at once. */
  disable: Type.Boolean(),
})
export type HandOverInput = Static<typeof HandOverInput>

/** How many of each were dealt with, and whether the account is disabled now. */
export const HandOverResult = object({
  articles: Type.Integer(),
  schedules: Type.Integer(),
  links: Type.Integer(),
  clients: Type.Integer(),
  grants: Type.Integer(),
  disabled: Type.Boolean(),
})
export type HandOverResult = Static<typeof HandOverResult>
