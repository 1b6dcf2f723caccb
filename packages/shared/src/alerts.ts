import { type Static, Type } from 'typebox'
import { line, nullable, PageLink, Timestamp } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'
import { alertLevels } from './site-places.ts'

/** Whether it begins later, stands above the pages, or did. */
export const alertStates = ['planned', 'shown', 'ended'] as const

/** What everybody has to know for a while, as the desk has it. */
export const Alert = object({
  id: Id,
  version: Type.Integer(),
  level: Type.Enum(alertLevels),
  text: Type.String(),
  url: nullable(Type.String()),
  /** Null: from the moment at which it was made. */
  from: nullable(Timestamp),
  /** Null: until somebody ends it. */
  until: nullable(Timestamp),
  state: Type.Enum(alertStates),
})
export type Alert = Static<typeof Alert>

const said = { level: Type.Enum(alertLevels), text: line(300) }
const beside = {
  url: Type.Optional(nullable(PageLink)),
  from: Type.Optional(nullable(Timestamp)),
  until: Type.Optional(nullable(Timestamp)),
}

export const NewAlert = object({ ...said, ...beside })
export type NewAlert = Static<typeof NewAlert>

/** Absent: unchanged; null clears (RFC 7396). */
export const AlertPatch = object({ level: Type.Optional(said.level), text: Type.Optional(said.text), ...beside })
export type AlertPatch = Static<typeof AlertPatch>
