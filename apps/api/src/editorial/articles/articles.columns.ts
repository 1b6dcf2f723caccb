import type { EditorialArticle, EditorialArticleCard } from '@bantin/shared/editorial-articles'
import { slugOf } from '@bantin/shared/slug'
import { type Column, type SQL, sql } from 'drizzle-orm'
import { articles } from '../../db/schema/articles.ts'
import { articleRevisions } from '../../db/schema/revisions.ts'
import { sites } from '../../db/schema/sites.ts'
import { users } from '../../db/schema/users.ts'
import { siteTime } from '../../guarded/site-time.columns.ts'
import { policyOf } from '../../publication/article.ts'

const nameOf = (user: Column) => sql<string | null>`(SELECT u.name FROM users u WHERE u.id = ${user})`

/** Read from the audit log, which has each handing in and giving back. */
function returnedColumn(): SQL<EditorialArticleCard['returned']> {
  return sql`CASE WHEN ${articles.workState} = 'draft' THEN (
    SELECT CASE WHEN l.action = 'article.return'
      THEN json_build_object('at', published.site_time(l.at, ${sites.timeZone}), 'by', l.actor_name) END
    FROM audit_log l WHERE l.entity_id = ${articles.id} AND l.action IN ('article.submit', 'article.return', 'article.publish', 'article.publishDue')
    ORDER BY l.id DESC LIMIT 1) END`
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
  assigneeId: articles.assigneeId,
  assigneeName: nameOf(articles.assigneeId),
  publishAt: siteTime(articles.publishAt),
  returned: returnedColumn(),
  updatedBy: users.name,
  updatedAt: siteTime(articles.updatedAt),
  firstPublishedAt: siteTime(articles.firstPublishedAt),
  publishedAt: siteTime(articles.publishedAt),
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
  genre: articleRevisions.genre,
  relatedIds: articleRevisions.relatedIds,
  translationGroup: articles.translationGroup,
  revision: articleRevisions.number,
  lastWriterId: articleRevisions.savedBy,
  policy: policyOf({ article: sql`${articles}`, head: sql`${articleRevisions}` }),
  minorDirect: sites.minorDirect,
  isApproved: sql<boolean>`${articles.approvedRevisionId} IS NOT NULL`,
  scheduledPublication: articles.scheduledPublication,
  // Kept as it was sent, with whatever offset.
  scheduledUntil: sql<string | null>`published.site_time((${articles.scheduledPublication} ->> 'until')::timestamptz, ${sites.timeZone})`,
  scheduledBy: nameOf(articles.scheduledBy),
  dueAttempts: articles.dueAttempts,
  withdrawAt: siteTime(articles.withdrawAt),
  withdrawAtReason: articles.withdrawAtReason,
  forcedAt: siteTime(articles.forcedAt),
  forceNote: articles.forceNote,
  forcedBy: nameOf(articles.forcedBy),
  holdReason: articles.holdReason,
  heldAt: siteTime(articles.heldAt),
  withdrawalReason: articles.withdrawalReason,
  withdrawnAt: siteTime(articles.withdrawnAt),
  redirectedTo: articles.redirectedTo,
  redirectedAt: siteTime(articles.redirectedAt),
  removalAnswer: articles.removalAnswer,
  removalReason: articles.removalReason,
  removedAt: siteTime(articles.removedAt),
  isRedacted: sql<boolean>`EXISTS (SELECT FROM editions e
    WHERE e.article_id = ${articles.id} AND e.edition = ${articles.edition} AND e.redacted_at IS NOT NULL)`,
}

type Value<C> = C extends SQL<infer T> ? T : C extends { _: { data: infer D; notNull: infer N } } ? (N extends true ? D : D | null) : never
type Row<C> = { [K in keyof C]: Value<C[K]> }
type CardRow = Omit<Row<typeof cardColumns>, 'updatedBy'> & { updatedBy: string | null }
export type ArticleRow = CardRow & Row<typeof articleColumns>

export function toCard({ unitId, unitName, slug, assigneeId, assigneeName, ...row }: CardRow): EditorialArticleCard {
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
    assignee: assigneeId === null ? null : { id: assigneeId, name: assigneeName ?? '' },
    publishAt: row.publishAt,
    returned: row.returned,
    updatedBy: row.updatedBy,
    updatedAt: row.updatedAt,
    firstPublishedAt: row.firstPublishedAt,
    publishedAt: row.publishedAt,
    edition: row.edition,
  }
}

export function toArticle(row: ArticleRow): EditorialArticle {
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
    genre: row.genre,
    relatedIds: row.relatedIds,
    translationGroup: row.translationGroup,
    revision: row.revision,
    lastWriterId: row.lastWriterId,
    policy: row.policy,
    minorDirect: row.minorDirect,
    isApproved: row.isApproved,
    ...plansOf(row),
    ...publicMarksOf(row),
    isRedacted: row.isRedacted,
  }
}

function plansOf(row: ArticleRow): Pick<EditorialArticle, 'schedule' | 'plannedWithdrawal' | 'unreviewed'> {
  const { publishAt: at, scheduledUntil: until, withdrawAt, forcedAt } = row
  const planned = { ...row.scheduledPublication, ...(until && { until }) }
  return {
    schedule: at === null ? null : { ...planned, at, by: row.scheduledBy, failures: row.dueAttempts },
    plannedWithdrawal: withdrawAt === null ? null : { at: withdrawAt, reason: row.withdrawAtReason ?? '' },
    unreviewed: forcedAt === null ? null : { at: forcedAt, note: row.forceNote ?? '', by: row.forcedBy },
  }
}

function publicMarksOf(row: ArticleRow): Pick<EditorialArticle, 'hold' | 'withdrawal' | 'redirect' | 'removal'> {
  const { heldAt, withdrawnAt, redirectedTo, redirectedAt, removalAnswer, removedAt } = row
  return {
    hold: heldAt === null ? null : { reason: row.holdReason, at: heldAt },
    withdrawal: withdrawnAt === null ? null : { reason: row.withdrawalReason ?? '', at: withdrawnAt },
    redirect: redirectedTo === null || redirectedAt === null ? null : { to: redirectedTo, at: redirectedAt },
    removal:
      removalAnswer === null || removedAt === null ? null : { answer: removalAnswer, reason: row.removalReason ?? '', at: removedAt },
  }
}
