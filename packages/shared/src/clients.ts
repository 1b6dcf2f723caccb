import { type Static, Type } from 'typebox'
import { ChangeCursor } from './changes.ts'
import { LocalDate, line, nullable, Timestamp } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'
import { Cursor, Limit } from './pagination.ts'

/**
 * What a portal's key is for: reading, and saying how far the change feed was taken over. Reading is open to everybody; with a key it has
 * limits of its own, and may wait for what is new.
 */
export const clientScopes = ['read', 'acknowledge'] as const
export type ClientScope = (typeof clientScopes)[number]

/** How long a key may be taken over the wire: `btk_`, eight characters that name it, 43 that are secret, seven that tell a mistyped one. */
export const keyPattern = '^btk_[0-9A-Za-z]{8}_[0-9A-Za-z_-]{43}_[0-9a-z]{7}$'

/** Requests a second, where a portal has limits of its own. */
const RequestsPerSecond = Type.Integer({ minimum: 1, maximum: 1000 })

const input = {
  name: line(120),
  /** Who is told when something is wrong there. */
  contact: nullable(line(200)),
  /** Its feed has what these units, and those below them, publish; null: everything. */
  unitId: nullable(Id),
  scopes: Type.Array(Type.Enum(clientScopes), { minItems: 1, uniqueItems: true }),
  requestsPerSecond: nullable(RequestsPerSecond),
  /** Who answers for it here: hand-over sheets name it. */
  responsibleUserId: nullable(Id),
}

export const ClientInput = object({
  name: input.name,
  contact: Type.Optional(input.contact),
  unitId: Type.Optional(input.unitId),
  scopes: Type.Optional(input.scopes),
  requestsPerSecond: Type.Optional(input.requestsPerSecond),
  responsibleUserId: Type.Optional(input.responsibleUserId),
})
export type ClientInput = Static<typeof ClientInput>

/** `isClosed`: all its keys stop, its webhooks too; what is known of it stays. */
export const ClientPatch = object({
  name: Type.Optional(input.name),
  contact: Type.Optional(input.contact),
  scopes: Type.Optional(input.scopes),
  requestsPerSecond: Type.Optional(input.requestsPerSecond),
  responsibleUserId: Type.Optional(input.responsibleUserId),
  isClosed: Type.Optional(Type.Boolean()),
})
export type ClientPatch = Static<typeof ClientPatch>

export const ClientsQuery = object({
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
  closed: Type.Optional(Type.Boolean({ description: 'those that are closed, rather than the others' })),
})
export type ClientsQuery = Static<typeof ClientsQuery>

const Named = object({ id: Id, name: Type.String() })

/** A key as it can be shown: never the key itself. */
export const ClientKey = object({
  id: Id,
  /** `btk_` and the eight characters after it. */
  prefix: Type.String(),
  createdAt: Timestamp,
  createdBy: nullable(Named),
  expiresAt: nullable(Timestamp),
  revokedAt: nullable(Timestamp),
  revokedBy: nullable(Named),
  /** To the minute. */
  lastUsedAt: nullable(Timestamp),
})
export type ClientKey = Static<typeof ClientKey>

/** How far a portal has said that it is. */
export const Acknowledgement = object({
  cursor: nullable(ChangeCursor),
  acknowledgedAt: nullable(Timestamp),
  /** Entries of its feed behind its cursor; null of one that never acknowledged. 10,000 where so many of the whole feed are, or more. */
  behind: nullable(Type.Integer()),
  /** When the oldest of them was told. */
  behindSince: nullable(Timestamp),
})
export type Acknowledgement = Static<typeof Acknowledgement>

/** A portal that pulls what we publish. */
export const Client = object({
  id: Id,
  version: Type.Integer(),
  name: Type.String(),
  contact: nullable(Type.String()),
  unit: nullable(Named),
  scopes: Type.Array(Type.Enum(clientScopes)),
  requestsPerSecond: nullable(Type.Integer()),
  /** `isDisabled`: an account that lets nobody in, so that nobody answers for the portal. */
  responsible: nullable(object({ id: Id, name: Type.String(), isDisabled: Type.Boolean() })),
  createdAt: Timestamp,
  closedAt: nullable(Timestamp),
  keys: Type.Array(ClientKey),
  acknowledgement: Acknowledgement,
  /** Of the last thirty local days, those with requests, the newest first. */
  days: Type.Array(object({ day: LocalDate, requests: Type.Integer(), refused: Type.Integer() })),
  /** What permission depends on: its unit and those above; of the whole site without one. */
  unitPath: Type.Array(Id),
})
export type Client = Static<typeof Client>

export const KeyInput = object({ expiresAt: Type.Optional(nullable(Timestamp)) })
export type KeyInput = Static<typeof KeyInput>

/** The only answer that ever has the key. */
export const MadeKey = object({ ...ClientKey.properties, key: Type.String({ pattern: keyPattern }) })
export type MadeKey = Static<typeof MadeKey>

/** A portal says up to where it has taken over the feed. */
export const CursorInput = object({ cursor: ChangeCursor })
export type CursorInput = Static<typeof CursorInput>

/** The last cursor that a portal acknowledged, null before the first: from there it goes on when it has lost its own. */
export const AcknowledgedCursor = object({ cursor: nullable(ChangeCursor), acknowledgedAt: nullable(Timestamp) })
export type AcknowledgedCursor = Static<typeof AcknowledgedCursor>
