import type {
  ArticleFigures,
  ArticleFiguresQuery,
  ArticlesPanel,
  CountriesPanel,
  DaysQuery,
  DroppedPanel,
  ListedPanelQuery,
  NamedPanel,
  ReferrersPanel,
} from '@bantin/shared/analytics-panels'
import { defaultLimit } from '@bantin/shared/pagination'
import type { Db } from '../../db/client.ts'
import { requireSitePermission } from '../../guarded/site-permission.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { readDays } from '../asked-days.service.ts'
import { findArticles, findFiguresOf, findOtherPages } from './article-figures.repository.ts'
import { cover, coverWithTotal } from './cover.ts'
import { findKept } from './panel-range.repository.ts'
import { type Dimension, type PanelRange, readPanelRange } from './panel-range.service.ts'
import { findClasses, findCountries, findDropped, findHosts, findNamed, findTotal } from './panels.repository.ts'

/** Figures of each unit, author or category. Throws `forbidden`, `invalid_request`. */
export async function readNamed(db: Db, actor: ActingPerson, of: Dimension, query: ListedPanelQuery): Promise<NamedPanel> {
  const { limit = defaultLimit, ...panel } = query
  const range = await readPanelRange(db, actor, panel)
  const asked = { ...range, spans: spansOf(range) }
  const [total, data] = await Promise.all([findTotal(db, asked), findNamed(db, of, asked, limit)])
  return { ...headOf(range), total, data }
}

/** The most read articles, and all other pages as the last row. Throws `forbidden`, `invalid_request`. */
export async function readArticles(db: Db, actor: ActingPerson, query: ListedPanelQuery, publicUrl: string): Promise<ArticlesPanel> {
  const { limit = defaultLimit, ...panel } = query
  const range = await readPanelRange(db, actor, panel)
  const asked = { ...range, spans: spansOf(range) }
  // The total says nothing of units, authors and categories.
  const ofArticles = range.filter ? { ...range, spans: cover(range.from, range.to, range.kept) } : asked
  const [total, articles, others] = await Promise.all([
    findTotal(db, asked),
    findArticles(db, ofArticles, limit, publicUrl),
    findOtherPages(db, ofArticles),
  ])
  return { ...headOf(range), total, data: others.views > 0 ? [...articles, { article: null, ...others }] : articles }
}

/** Where visits came from. Throws `forbidden`, `invalid_request`. */
export async function readReferrers(db: Db, actor: ActingPerson, query: ListedPanelQuery): Promise<ReferrersPanel> {
  const { limit = defaultLimit, ...panel } = query
  const range = await readPanelRange(db, actor, panel)
  const asked = { ...range, spans: spansOf(range) }
  const [classes, data] = await Promise.all([findClasses(db, asked), findHosts(db, asked, limit)])
  return { ...headOf(range), total: visitsOf(classes), classes, data }
}

/** Which countries visits came from, of the whole site. Throws `forbidden`, `invalid_request`. */
export async function readCountries(db: Db, actor: ActingPerson, days: DaysQuery, isConfigured: boolean): Promise<CountriesPanel> {
  const range = await readPanelRange(db, actor, days)
  const data = await findCountries(db, { ...range, spans: spansOf(range) })
  return { ...headOf(range), total: visitsOf(data), isConfigured, data }
}

/** What was sent and not counted. Throws `forbidden`, `invalid_request`. */
export async function readDropped(db: Db, actor: ActingPerson, days: DaysQuery): Promise<DroppedPanel> {
  const { id: siteId } = await requireSitePermission(db, actor, 'drops.read')
  const { from, to } = await readDays(db, days)
  const data = await findDropped(db, { siteId, from, to })
  return { from, to, total: data.reduce((sum, { count }) => sum + count, 0), data }
}

/** How often articles were read since the beginning. Throws `forbidden`. */
export async function readArticleFigures(db: Db, actor: ActingPerson, query: ArticleFiguresQuery): Promise<ArticleFigures> {
  const { id: siteId } = await requireSitePermission(db, actor, 'analytics.read')
  const kept = await findKept(db, siteId)
  const { to } = await readDays(db, {})
  return { data: await findFiguresOf(db, siteId, query.ids.split(','), coverWithTotal(kept.first, to, kept)) }
}

function spansOf({ from, to, kept }: PanelRange) {
  return coverWithTotal(from, to, kept)
}

function headOf({ from, to, kept }: PanelRange) {
  return { from, to, asOf: kept.asOf }
}

function visitsOf(rows: { visits: number }[]): number {
  return rows.reduce((sum, { visits }) => sum + visits, 0)
}
