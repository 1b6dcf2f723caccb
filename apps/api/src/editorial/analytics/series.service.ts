import {
  type AnalyticsSeries,
  type Figures,
  longestByDay,
  longestByHour,
  type SeriesQuery,
  type SeriesStep,
} from '@bantin/shared/analytics-panels'
import { addDays, countDays } from '@bantin/shared/days'
import type { Db } from '../../db/client.ts'
import { atOneMoment } from '../../db/one-moment.ts'
import { fieldProblem } from '../../errors.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { cover } from './cover.ts'
import { type PanelRange, readPanelRange } from './panel-range.service.ts'
import { findTotal } from './panels.repository.ts'
import { pointsBetween } from './points-between.ts'
import { findArticlePoints, findHours, findPoints, type Point } from './series.repository.ts'

/**
 * How figures went over the days, beside as many days before, all of one moment. Throws `forbidden`, and `invalid_request` for too many
 * points and for an article by hour or together with a filter.
 */
export async function readSeries(db: Db, actor: ActingPerson, query: SeriesQuery): Promise<AnalyticsSeries> {
  const { article, by: asked, ...panel } = query
  return await atOneMoment(db, async (tx) => {
    const range = await readPanelRange(tx, actor, panel)
    const { from, to, filter, kept } = range
    const days = countDays(from, to)
    const before = { ...range, from: addDays(from, -days), to: addDays(from, -1) }
    const haveHours = !article && (kept.importedThrough === null || before.from > kept.importedThrough)
    const by = asked ?? stepFor(days, haveHours)
    if (article && filter) throw notAllowed('article', `This does not go with ${filter.dimension}.`)
    if (article && by === 'hour') throw notAllowed('by', 'Of a single article there are days.')
    if (days > longest[by]) throw notAllowed('by', `This goes with ${longest[by]} days at the most.`)
    const shown = await readPart(tx, range, article, by)
    return { ...shown, asOf: kept.asOf, by, previous: await readPart(tx, before, article, by) }
  })
}

const longest: Record<SeriesStep, number> = { hour: longestByHour, day: longestByDay, week: longestByDay, month: Number.POSITIVE_INFINITY }

function stepFor(days: number, haveHours: boolean): SeriesStep {
  if (days <= 2 && haveHours) return 'hour'
  return days <= 90 ? 'day' : 'month'
}

type Part = AnalyticsSeries['previous']

async function readPart(db: Db, range: PanelRange, article: string | undefined, by: SeriesStep): Promise<Part> {
  const { from, to, kept } = range
  const data = await readPoints(db, range, article, by)
  // What another system counted has days, but no hours to add up.
  const total = by === 'hour' ? await findTotal(db, { ...range, spans: cover(from, to, kept) }) : sumOf(data)
  return { from, to, total, data }
}

async function readPoints(db: Db, range: PanelRange, article: string | undefined, by: SeriesStep): Promise<Point[]> {
  const found = new Map((await findFor(db, range, article, by)).map((point) => [point.at, point]))
  return pointsBetween(range.from, range.to, by).map((at) => found.get(at) ?? { at, views: 0, visits: 0, readers: 0 })
}

function findFor(db: Db, range: PanelRange, article: string | undefined, by: SeriesStep): Promise<Point[]> {
  if (by === 'hour') return findHours(db, range)
  const { siteId, from, to, kept } = range
  const spans = by === 'month' ? cover(from, to, kept) : [{ period: 'day' as const, from, to }]
  return article ? findArticlePoints(db, siteId, article, spans, by) : findPoints(db, range, spans, by)
}

function sumOf(points: Figures[]): Figures {
  const total = { views: 0, visits: 0, readers: 0 }
  for (const { views, visits, readers } of points) {
    total.views += views
    total.visits += visits
    total.readers += readers
  }
  return total
}

function notAllowed(name: string, message: string) {
  return fieldProblem('invalid_request', { in: 'query', name, code: 'not_allowed', message })
}
