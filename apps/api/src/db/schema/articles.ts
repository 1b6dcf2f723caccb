import type { ScheduledPublication } from '@bantin/shared/article-verbs'
import { formats } from '@bantin/shared/articles'
import { publicStates, removalAnswers, workStates } from '@bantin/shared/lifecycle'
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  type ExtraConfigColumn,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, moment, version } from './columns.ts'
import { sites } from './sites.ts'
import { units } from './units.ts'
import { users } from './users.ts'

/** Identity and states of an article. Its content stands in revisions. */
export const articles = pgTable(
  'articles',
  {
    id: id(),
    siteId: uuid('site_id')
      .notNull()
      .references(() => sites.id),
    /** Given at first publication. */
    slug: text('slug'),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    format: text('format', { enum: formats }).notNull().default('news'),
    locale: text('locale').notNull().default('vi'),
    /** The id of the first of all that say the same in different languages; its own, by a trigger, where nothing else is given. */
    translationGroup: uuid('translation_group').notNull().default(sql`NULL`),
    workState: text('work_state', { enum: workStates }).notNull().default('draft'),
    publicState: text('public_state', { enum: publicStates }).notNull().default('none'),
    version: version(),
    /** Who works on it now, besides who created it. */
    assigneeId: uuid('assignee_id').references(() => users.id),
    /** These revisions are this article's own: composite foreign keys in the migrations. */
    headRevisionId: uuid('head_revision_id'),
    publishedRevisionId: uuid('published_revision_id'),
    /** What was approved; gone with the next change of the content. */
    approvedRevisionId: uuid('approved_revision_id'),
    scheduledRevisionId: uuid('scheduled_revision_id'),
    publishAt: moment('publish_at'),
    scheduledPublication: jsonb('scheduled_publication').$type<ScheduledPublication>(),
    scheduledBy: uuid('scheduled_by').references(() => users.id),
    scheduledAt: moment('scheduled_at'),
    /** A planned withdrawal of what is public now. */
    withdrawAt: moment('withdraw_at'),
    withdrawAtReason: text('withdraw_at_reason'),
    /** How often what was due failed in a row, and when it is tried again. */
    dueAttempts: integer('due_attempts').notNull().default(0),
    dueRetryAt: moment('due_retry_at'),
    /** Published without a second person, who has not looked at it since. */
    forcedAt: moment('forced_at'),
    forceNote: text('force_note'),
    forcedBy: uuid('forced_by').references(() => users.id),
    /** The number of the newest edition. */
    edition: integer('edition'),
    firstPublishedAt: moment('first_published_at'),
    publishedAt: moment('published_at'),
    holdReason: text('hold_reason'),
    heldAt: moment('held_at'),
    withdrawalReason: text('withdrawal_reason'),
    withdrawnAt: moment('withdrawn_at'),
    redirectedTo: uuid('redirected_to').references((): AnyPgColumn => articles.id),
    redirectedAt: moment('redirected_at'),
    removalAnswer: text('removal_answer', { enum: removalAnswers }),
    removalReason: text('removal_reason'),
    removedAt: moment('removed_at'),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: moment('created_at').notNull().default(sql`now()`),
    updatedAt: moment('updated_at').notNull().default(sql`now()`),
  },
  (table) => [
    unique('articles_translation').on(table.translationGroup, table.locale),
    index('articles_recent').on(table.siteId, table.updatedAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index('articles_under_work').on(table.workState, table.updatedAt, table.id).where(sql`${table.workState} <> 'none'`),
    index('articles_created_by').on(table.createdBy),
    index('articles_due').on(table.publishAt, table.id).where(sql`${table.workState} = 'scheduled'`),
    index('articles_withdrawal_due').on(table.withdrawAt, table.id).where(sql`${table.withdrawAt} IS NOT NULL`),
    index('articles_unreviewed').on(table.forcedAt).where(sql`${table.forcedAt} IS NOT NULL`),
    index('articles_redirected_to').on(table.redirectedTo).where(sql`${table.redirectedTo} IS NOT NULL`),
    index('articles_assignee').on(table.assigneeId).where(sql`${table.assigneeId} IS NOT NULL`),
    check('articles_format', sql`${table.format} IN ('news', 'page', 'notice', 'gallery', 'video')`),
    check('articles_work_state', sql`${table.workState} IN ('none', 'draft', 'in_review', 'approved', 'scheduled')`),
    check('articles_public_state', sql`${table.publicState} IN ('none', 'published', 'held', 'withdrawn', 'redirected', 'removed')`),
    check(
      'articles_published_whole',
      sql`(${table.publicState} = 'none') = (${table.publishedRevisionId} IS NULL)
        AND (${table.publicState} = 'none') = (${table.edition} IS NULL)
        AND (${table.publicState} = 'none') = (${table.firstPublishedAt} IS NULL)
        AND (${table.publicState} = 'none') = (${table.publishedAt} IS NULL)
        AND (${table.publicState} = 'none' OR ${table.slug} IS NOT NULL)`,
    ),
    check('articles_held_since', sql`(${table.publicState} = 'held') = (${table.heldAt} IS NOT NULL)`),
    check('articles_withdrawn_why', sql`(${table.withdrawnAt} IS NULL) = (${table.withdrawalReason} IS NULL)`),
    check('articles_withdrawn_since', sql`${table.publicState} <> 'withdrawn' OR ${table.withdrawnAt} IS NOT NULL`),
    check(
      'articles_approved_head',
      sql`(${table.workState} <> 'approved' OR ${table.approvedRevisionId} IS NOT NULL)
        AND (${table.approvedRevisionId} IS NULL
          OR ${table.workState} IN ('approved', 'scheduled') AND ${table.approvedRevisionId} = ${table.headRevisionId})`,
    ),
    check(
      'articles_scheduled_whole',
      sql`(${table.workState} = 'scheduled') = (${table.publishAt} IS NOT NULL)
        AND (${table.workState} = 'scheduled') = (${table.scheduledPublication} IS NOT NULL)
        AND (${table.workState} = 'scheduled') = (${table.scheduledRevisionId} IS NOT NULL)
        AND (${table.scheduledRevisionId} IS NULL OR ${table.scheduledRevisionId} = ${table.headRevisionId})`,
    ),
    check(
      'articles_withdrawal_planned',
      sql`(${table.withdrawAt} IS NULL) = (${table.withdrawAtReason} IS NULL)
        AND (${table.withdrawAt} IS NULL OR ${table.publicState} IN ('published', 'held'))`,
    ),
    check('articles_forced_why', sql`(${table.forcedAt} IS NULL) = (${table.forceNote} IS NULL)`),
    ...takenDownChecks(table),
  ],
)

/** What was taken down says where it leads, or how it answers and why. */
function takenDownChecks(table: Record<'id' | 'publicState' | 'redirectedTo' | 'redirectedAt', ExtraConfigColumn> & Removal) {
  return [
    check(
      'articles_redirected_where',
      sql`(${table.publicState} = 'redirected') = (${table.redirectedTo} IS NOT NULL)
        AND (${table.publicState} = 'redirected') = (${table.redirectedAt} IS NOT NULL)
        AND ${table.redirectedTo} IS DISTINCT FROM ${table.id}`,
    ),
    check(
      'articles_removed_why',
      sql`(${table.publicState} = 'removed') = (${table.removedAt} IS NOT NULL)
        AND (${table.publicState} = 'removed') = (${table.removalReason} IS NOT NULL)
        AND (${table.publicState} = 'removed') = (${table.removalAnswer} IS NOT NULL)
        AND (${table.removalAnswer} IS NULL OR ${table.removalAnswer} IN ('gone', 'vanish'))`,
    ),
  ]
}

type Removal = Record<'removedAt' | 'removalReason' | 'removalAnswer', ExtraConfigColumn>

/** Every address an article ever had; exactly one is current. */
export const articleSlugs = pgTable(
  'article_slugs',
  {
    siteId: uuid('site_id')
      .notNull()
      .references(() => sites.id),
    slug: text('slug').notNull(),
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id),
    current: boolean('current').notNull(),
  },
  (table) => [
    primaryKey({ name: 'article_slugs_pkey', columns: [table.siteId, table.slug] }),
    uniqueIndex('article_slugs_current').on(table.articleId).where(sql`${table.current}`),
  ],
)
