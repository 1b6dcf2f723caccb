import { type Static, Type } from 'typebox'
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
})
export type Change = Static<typeof Change>

/** `<epoch>:<seq>`. Plain, and valid after a change of secrets; a restore from backup begins a new epoch. */
export const ChangeCursor = Type.String({ pattern: '^\\d{1,9}:\\d{1,18}$', description: 'the cursor of an earlier answer, such as 1:42' })

export const ChangesQuery = object({
  cursor: Type.Optional(ChangeCursor),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: maxLimit, default: maxLimit })),
})
export type ChangesQuery = Static<typeof ChangesQuery>

/** A page of the feed. `cursor` is always there, also on an empty page: store it after applying the page. */
export const Changes = object({ data: Type.Array(Change), cursor: ChangeCursor, more: Type.Boolean(), head: Type.String() })
export type Changes = Static<typeof Changes>
