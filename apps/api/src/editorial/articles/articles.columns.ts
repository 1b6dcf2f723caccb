import type { EditorialArticle, EditorialArticleCard } from '@bantin/shared/editorial-articles'
import { slugOf } from '@bantin/shared/slug'
import { type SQL, sql } from 'drizzle-orm'
import { articles } from '../../db/schema/articles.ts'
import { articleRevisions } from '../../db/schema/revisions.ts'
import { sites } from '../../db/schema/sites.ts'
import { users } from '../../db/schema/users.ts'

type Moment = (typeof articles)['updatedAt' | 'firstPublishedAt' | 'publishedAt' | 'heldAt' | 'withdrawnAt']

function siteTime<T extends string | null>(moment: Moment): SQL<T> {
  return sql<T>`published.site_time(${moment}, ${sites.timeZone})`
}

/** What the desk's list needs of articles, sites, newest revisions and users joined. */
export const cardColumns = {
  id: articles.id,
  version: articles.version,
  format: articles.format,
  locale: articles.locale,
  slug: articles.slug,
  title: articleRevisions.title,
  workState: articles.workState,
  publicState: articles.publicState,
  unitId: articles.unitId,
  unitName: sql<string>`coalesce((SELECT name FROM unit_names n WHERE n.unit_id = ${articles.unitId} AND n.period @> published.today()), '')`,
  unitPath: sql<string[]>`unit_path(${articles.unitId})`,
  createdBy: articles.createdBy,
  updatedBy: users.name,
  updatedAt: siteTime<string>(articles.updatedAt),
  firstPublishedAt: siteTime<string | null>(articles.firstPublishedAt),
  publishedAt: siteTime<string | null>(articles.publishedAt),
  edition: articles.edition,
}

/** What the article's form needs besides. */
export const articleColumns = {
  kicker: articleRevisions.kicker,
  sapo: articleRevisions.sapo,
  body: articleRevisions.body,
  heroMediaId: articleRevisions.heroMediaId,
  bylines: articleRevisions.bylines,
  units: articleRevisions.units,
  categoryIds: articleRevisions.categoryIds,
  tagIds: articleRevisions.tagIds,
  event: articleRevisions.event,
  source: articleRevisions.source,
  holdReason: articles.holdReason,
  heldAt: siteTime<string | null>(articles.heldAt),
  withdrawalReason: articles.withdrawalReason,
  withdrawnAt: siteTime<string | null>(articles.withdrawnAt),
}

type Value<C> = C extends SQL<infer T> ? T : C extends { _: { data: infer D; notNull: infer N } } ? (N extends true ? D : D | null) : never
type Row<C> = { [K in keyof C]: Value<C[K]> }
type CardRow = Omit<Row<typeof cardColumns>, 'updatedBy'> & { updatedBy: string | null }

export function toCard({ unitId, unitName, slug, ...row }: CardRow): EditorialArticleCard {
  return {
    id: row.id,
    version: row.version,
    format: row.format,
    locale: row.locale,
    slug: slug ?? slugOf(row.title),
    title: row.title,
    workState: row.workState,
    publicState: row.publicState,
    unit: { id: unitId, name: unitName },
    unitPath: row.unitPath,
    createdBy: row.createdBy,
    updatedBy: row.updatedBy,
    updatedAt: row.updatedAt,
    firstPublishedAt: row.firstPublishedAt,
    publishedAt: row.publishedAt,
    edition: row.edition,
  }
}

export function toArticle(row: CardRow & Row<typeof articleColumns>): EditorialArticle {
  return {
    ...toCard(row),
    kicker: row.kicker,
    sapo: row.sapo,
    body: row.body,
    heroMediaId: row.heroMediaId,
    bylines: row.bylines,
    units: row.units,
    categoryIds: row.categoryIds,
    tagIds: row.tagIds,
    event: row.event && { endsOn: null, place: null, ...row.event },
    source: row.source && { url: null, author: null, ...row.source },
    hold: row.heldAt === null ? null : { reason: row.holdReason, at: row.heldAt },
    withdrawal: row.withdrawnAt === null ? null : { reason: row.withdrawalReason ?? '', at: row.withdrawnAt },
  }
}
