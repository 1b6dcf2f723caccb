import type {
  ArticleFigures,
  ArticleFiguresQuery,
  ArticlesPanel,
  CountriesPanel,
  DaysQuery,
  DroppedPanel,
  ListedPanelQuery,
  NamedPanel,
  PanelQuery,
  ReferrersPanel,
} from '@bantin/shared/analytics-panels'
import { defaultLimit } from '@bantin/shared/pagination'
import type { Db } from '../../db/client.ts'
import { atOneMoment } from '../../db/one-moment.ts'
import { requireSitePermission } from '../../guarded/site-permission.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { readDays } from '../asked-days.service.ts'
import { findArticles, findFiguresOf, findOtherPages } from './article-figures.repository.ts'
import { cover, coverWithTotal, type Span } from './cover.ts'
import { findKept } from './panel-range.repository.ts'
import { type Dimension, type PanelRange, readPanelRange } from './panel-range.service.ts'
import { findClasses, findCountries, findDropped, findHosts, findNamed, findTotal } from './panels.repository.ts'

/** Figures of each unit, author or category. Throws `forbidden`, `invalid_request`. */
export async function readNamed(db: Db, actor: ActingPerson, of: Dimension, query: ListedPanelQuery): Promise<NamedPanel> {
  const { limit = defaultLimit, ...asked } = query
  return await makePanel(db, actor, asked, async (tx, panel) => ({
    total: await findTotal(tx, panel),
    data: await findNamed(tx, of, panel, limit),
  }))
}

/** The most read articles, and all other pages as the last row. Throws `forbidden`, `invalid_request`. */
export async function readArticles(db: Db, actor: ActingPerson, query: ListedPanelQuery, publicUrl: string): Promise<ArticlesPanel> {
  const { limit = defaultLimit, ...asked } = query
  return await makePanel(db, actor, asked, async (tx, panel) => {
    // The total says nothing of units, authors and categories.
    const ofArticles = panel.filter ? { ...panel, spans: cover(panel.from, panel.to, panel.kept) } : panel
    const total = await findTotal(tx, panel)
    const articles = await findArticles(tx, ofArticles, limit, publicUrl)
    const others = await findOtherPages(tx, ofArticles)
    return { total, data: others.views > 0 ? [...articles, { article: null, ...others }] : articles }
  })
}

/** Where visits came from. Throws `forbidden`, `invalid_request`. */
export async function readReferrers(db: Db, actor: ActingPerson, query: ListedPanelQuery): Promise<ReferrersPanel> {
  const { limit = defaultLimit, ...asked } = query
  return await makePanel(db, actor, asked, async (tx, panel) => {
    const classes = await findClasses(tx, panel)
    return { total: visitsOf(classes), classes, data: await findHosts(tx, panel, limit) }
  })
}

/** Which countries visits came from, of the whole site. Throws `forbidden`, `invalid_request`. */
export async function readCountries(db: Db, actor: ActingPerson, days: DaysQuery, isConfigured: boolean): Promise<CountriesPanel> {
  return await makePanel(db, actor, days, async (tx, panel) => {
    const data = await findCountries(tx, panel)
    return { total: visitsOf(data), isConfigured, data }
  })
}

type Panel = PanelRange & { spans: Span[] }

/** All that a panel says is of one moment, else a day that closes meanwhile would be in one figure and not in another. */
function makePanel<T>(db: Db, actor: ActingPerson, query: PanelQuery, make: (tx: Db, panel: Panel) => Promise<T>) {
  return atOneMoment(db, async (tx) => {
    const range = await readPanelRange(tx, actor, query)
    const { from, to, kept } = range
    return { from, to, asOf: kept.asOf, ...(await make(tx, { ...range, spans: coverWithTotal(from, to, kept) })) }
  })
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
  return await atOneMoment(db, async (tx) => {
    const { id: siteId } = await requireSitePermission(tx, actor, 'analytics.read')
    const kept = await findKept(tx, siteId)
    const { to } = await readDays(tx, {})
    return { data: await findFiguresOf(tx, siteId, query.ids.split(','), coverWithTotal(kept.first, to, kept)) }
  })
}

function visitsOf(rows: { visits: number }[]): number {
  return rows.reduce((sum, { visits }) => sum + visits, 0)
}
