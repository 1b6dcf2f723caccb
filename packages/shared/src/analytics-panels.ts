import { type Static, type TProperties, Type } from 'typebox'
import { FigureDay, LocalDate, nullable, Timestamp } from './fields.ts'
import { Id } from './ids.ts'
import { idPattern } from './is-id.ts'
import { object } from './object.ts'

/** Where a visit came from. `direct`: no page led to it; `unknown`: it was counted by another system. */
export const referrerClasses = ['direct', 'search', 'social', 'portal', 'other', 'unknown'] as const
export type ReferrerClass = (typeof referrerClasses)[number]

export const seriesSteps = ['hour', 'day', 'week', 'month'] as const
export type SeriesStep = (typeof seriesSteps)[number]

/** How many days a series by hour and by day can be of. */
export const longestByHour = 31
export const longestByDay = 800

/** Page views, visits that began there, and readers: different people a day and an article. */
const figures = { views: Type.Integer(), visits: Type.Integer(), readers: Type.Integer() }
export const Figures = object(figures)
export type Figures = Static<typeof Figures>

/** Which days, both included; without them the last thirty. */
const days = { from: Type.Optional(FigureDay), to: Type.Optional(FigureDay) }
export const DaysQuery = object(days)
export type DaysQuery = Static<typeof DaysQuery>

/** Of one unit with all below it, one author, one category with all below it, or of everything. */
const range = {
  ...days,
  unit: Type.Optional(Id),
  author: Type.Optional(Id),
  category: Type.Optional(Id),
}
export const PanelQuery = object(range)
export type PanelQuery = Static<typeof PanelQuery>

export const SeriesQuery = object({
  ...range,
  article: Type.Optional(Id),
  by: Type.Optional(
    Type.Enum(seriesSteps, {
      description: 'without it: by hour for up to two days that have hours, by day for up to ninety, by month for more',
    }),
  ),
})
export type SeriesQuery = Static<typeof SeriesQuery>

export const mostRows = 1000
export const ListedPanelQuery = object({ ...range, limit: Type.Optional(Type.Integer({ minimum: 1, maximum: mostRows, default: 20 })) })
export type ListedPanelQuery = Static<typeof ListedPanelQuery>

/** What every panel says of itself. `asOf` is when today's figures were made, null while there are none. */
const panel = { from: LocalDate, to: LocalDate, asOf: nullable(Timestamp) }

function panelOf<P extends TProperties>(row: P) {
  return object({ ...panel, total: Figures, data: Type.Array(object(row)) })
}

/** `at` is how a point begins: a local day, or a day and an hour such as 2026-11-23T08. */
const Point = object({ at: Type.String(), ...figures })

/** The days before that are as many, point by point beside those asked for. */
export const AnalyticsSeries = object({
  ...panel,
  by: Type.Enum(seriesSteps),
  total: Figures,
  data: Type.Array(Point),
  previous: object({ from: LocalDate, to: LocalDate, total: Figures, data: Type.Array(Point) }),
})
export type AnalyticsSeries = Static<typeof AnalyticsSeries>

/** The most read first. `total` is of all, also of those that are not listed; without an article: all other pages. */
export const ArticlesPanel = panelOf({
  article: nullable(object({ id: Id, title: Type.String(), url: nullable(Type.String()), publishedAt: nullable(Timestamp) })),
  ...figures,
})
export type ArticlesPanel = Static<typeof ArticlesPanel>

/** Of units, authors or categories; without an id: what has none. */
export const NamedPanel = panelOf({ id: nullable(Id), name: nullable(Type.String()), ...figures })
export type NamedPanel = Static<typeof NamedPanel>

/** `host` is null where there was none, and for all behind the commonest of a class. `total` are visits. */
export const ReferrersPanel = object({
  ...panel,
  total: Type.Integer(),
  classes: Type.Array(object({ class: Type.Enum(referrerClasses), visits: Type.Integer() })),
  data: Type.Array(object({ host: nullable(Type.String()), class: Type.Enum(referrerClasses), visits: Type.Integer() })),
})
export type ReferrersPanel = Static<typeof ReferrersPanel>

/** `country` has two letters (ISO 3166-1) and is null where it is not known. `isConfigured`: there is a file of countries to look in. */
export const CountriesPanel = object({
  ...panel,
  total: Type.Integer(),
  isConfigured: Type.Boolean(),
  data: Type.Array(object({ country: nullable(Type.String()), visits: Type.Integer() })),
})
export type CountriesPanel = Static<typeof CountriesPanel>

export const dropCauses = ['bot', 'prefetch', 'not_public'] as const
export type DropCause = (typeof dropCauses)[number]

/** What was sent and not counted, by day and cause. */
export const DroppedPanel = object({
  from: LocalDate,
  to: LocalDate,
  total: Type.Integer(),
  data: Type.Array(object({ day: LocalDate, cause: Type.Enum(dropCauses), count: Type.Integer() })),
})
export type DroppedPanel = Static<typeof DroppedPanel>

const mostIds = 100
const oneId = idPattern.slice(1, -1)

export const ArticleFiguresQuery = object({
  ids: Type.String({ pattern: `^${oneId}(,${oneId}){0,${mostIds - 1}}$`, maxLength: mostIds * 37 - 1 }),
})
export type ArticleFiguresQuery = Static<typeof ArticleFiguresQuery>

/** Of each article that was asked for, since the beginning; zeros for one that nobody read. */
export const ArticleFigures = object({ data: Type.Array(object({ id: Id, ...figures })) })
export type ArticleFigures = Static<typeof ArticleFigures>
