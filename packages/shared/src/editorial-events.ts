import { type Static, Type } from 'typebox'
import { nullable, Timestamp } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'

/** How many seconds a poll may wait for something to happen. */
export const maxWait = 25

/** Something that was done with an article or with a file of the media library. New actions may come. */
export const EditorialEvent = object({
  at: Timestamp,
  action: Type.String(),
  /** Which article; null where it was a file. */
  articleId: nullable(Id),
  /** Which file; null where it was an article. */
  mediaId: nullable(Id),
  /** The version after it of the article or file; null where that itself was left alone, as with comments. */
  version: nullable(Type.Integer()),
  /** `id` is null for commands and for the clock. */
  by: object({ id: nullable(Id), name: Type.String() }),
  fields: Type.Array(Type.String()),
})
export type EditorialEvent = Static<typeof EditorialEvent>

/** `<transaction>:<id>`. Plain, and valid after a change of secrets. */
export const EventCursor = Type.String({
  pattern: '^\\d{1,18}:\\d{1,18}$',
  description: 'the cursor of an earlier answer, such as 7342:915',
})

export const EventsQuery = object({
  after: Type.Optional(EventCursor),
  wait: Type.Optional(Type.Integer({ minimum: 0, maximum: maxWait, default: 0 })),
})
export type EventsQuery = Static<typeof EventsQuery>

/** Events in order of commit. `cursor` is always there: store it after applying the events. */
export const EditorialEvents = object({ data: Type.Array(EditorialEvent), cursor: EventCursor })
export type EditorialEvents = Static<typeof EditorialEvents>
