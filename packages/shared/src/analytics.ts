import { type Static, Type } from 'typebox'
import { Timestamp } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'

/** One committed navigation of the site. `id` makes a retry harmless; `entry` says that the reader came from outside. */
export const Hit = object({
  id: Id,
  articleId: Type.Optional(Id),
  path: Type.Optional(
    Type.String({ minLength: 1, maxLength: 300, pattern: '^/[^\\s?#]*$', description: 'a path such as /don-vi, without query' }),
  ),
  entry: Type.Boolean(),
  referrer: Type.Optional(Type.String({ maxLength: 300 })),
})
export type Hit = Static<typeof Hit>

/** Says that a visible page is still being read. */
export const Heartbeat = object({})

/** The four public counters, in visits; `online` in readers of the last five minutes. */
export const AnalyticsSummary = object({
  online: Type.Integer(),
  today: Type.Integer(),
  week: Type.Integer(),
  total: Type.Integer(),
  asOf: Timestamp,
})
export type AnalyticsSummary = Static<typeof AnalyticsSummary>
