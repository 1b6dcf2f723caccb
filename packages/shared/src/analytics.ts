import { type Static, Type } from 'typebox'
import { ListedArticle } from './articles.ts'
import { LocalDate, Timestamp } from './fields.ts'
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

/** Visits of each of the last thirty local days, today's last: the same figures that the counters sum up. */
export const VisitDays = object({ data: Type.Array(object({ day: LocalDate, visits: Type.Integer() })), asOf: Timestamp })
export type VisitDays = Static<typeof VisitDays>

export const topPeriods = ['day', 'week', 'month'] as const

/** The most read of today, of the last seven or the last thirty days. */
export const TopArticlesQuery = object({
  period: Type.Optional(Type.Enum(topPeriods, { description: 'without it: week' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, default: 10 })),
})
export type TopArticlesQuery = Static<typeof TopArticlesQuery>

/** By readers, the most first; only what is public and listed today. */
export const TopArticles = object({ data: Type.Array(ListedArticle) })
export type TopArticles = Static<typeof TopArticles>
