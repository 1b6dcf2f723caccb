import { type Static, Type } from 'typebox'
import { Article } from './articles.ts'
import { nullable, Timestamp } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'
import { maxLimit } from './pagination.ts'

export const changeActions = ['put', 'delete'] as const
export const changeReasons = [
  'published',
  'updated',
  'minor',
  'correction',
  'withdrawn',
  'put_back',
  'held',
  'removed',
  'redirected',
  'personal_data',
] as const
export const changeEntities = ['article', 'unit', 'person', 'author', 'category', 'site'] as const

export type ChangeReason = (typeof changeReasons)[number]

/** One entry of the feed. Whoever reads only the action is right; new reasons and entities may come. */
export const Change = object({
  seq: Type.Integer(),
  action: Type.Enum(changeActions),
  reason: Type.Enum(changeReasons),
  entity: Type.Enum(changeEntities),
  id: Id,
  edition: nullable(Type.Integer()),
  at: Timestamp,
  backfill: Type.Boolean(),
  replacedBy: nullable(Id),
  /** With `include=article`: the article as it is now, of a `put` whose article is still public; else null. */
  article: Type.Optional(nullable(Article)),
})
export type Change = Static<typeof Change>

/**
 * `<epoch>:<seq>`, and while a first run is under way `<epoch>:<seq>..<end>`, up to which entries are left out that have a later one.
 * Plain, and valid after a change of secrets; a database that was put back to an older copy begins a new epoch.
 */
export const ChangeCursor = Type.String({
  pattern: '^\\d{1,9}:\\d{1,18}(\\.\\.\\d{1,18})?$',
  description: 'the cursor of an earlier answer, such as 1:42',
})

/** Seconds. Connections that are silent for longer are ended on the way. */
export const longestWait = 25

export const ChangesQuery = object({
  include: Type.Optional(Type.Enum(['article'])),
  cursor: Type.Optional(ChangeCursor),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: maxLimit, default: maxLimit })),
  wait: Type.Optional(
    Type.Integer({ minimum: 0, maximum: longestWait, description: 'seconds to wait for an entry where there is none; needs a key' }),
  ),
})
export type ChangesQuery = Static<typeof ChangesQuery>

/** A page of the feed. `cursor` is always there, also on an empty page: store it after applying the page. */
export const Changes = object({ data: Type.Array(Change), cursor: ChangeCursor, more: Type.Boolean(), head: Type.String() })
export type Changes = Static<typeof Changes>
