import { referrerClasses } from '@bantin/shared/analytics-panels'
import { sql } from 'drizzle-orm'
import { bigint, check, date, type ExtraConfigColumn, index, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'
import { sites } from './sites.ts'

/**
 * Figures of a site, of each unit, author and category alone, and of each that occurs together (`cell`). Each cut adds up to the same:
 * what is read counts for one unit, one author, one category, or for none. Of hours and hosts no cells are kept: nothing asks for them.
 */
export const cuts = ['site', 'unit', 'author', 'category', 'cell'] as const

/** A local day, the sum of a month's days, the sum of all such months. A month begins on its first, the total on `totalStartsOn`. */
export const periods = ['day', 'month', 'total'] as const

export const totalStartsOn = '0001-01-01'

const count = (name: string) => bigint(name, { mode: 'number' }).notNull()
const counts = () => ({ views: count('views'), visits: count('visits'), readers: count('readers') })
const siteId = () => uuid('site_id').notNull()
const ofWhom = () => ({ unitId: uuid('unit_id'), authorId: uuid('author_id'), categoryId: uuid('category_id') })
const cut = () => text('cut', { enum: cuts }).notNull()
const span = () => ({ period: text('period', { enum: periods }).notNull(), startsOn: date('starts_on').notNull() })
const oneOf = (column: ExtraConfigColumn, values: readonly string[]) =>
  sql`${column} IN (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`

/** Up to which day the roll-ups of a site are final: no hit of such a day is written any more. */
export const statProgress = pgTable('stat_progress', {
  siteId: uuid('site_id')
    .primaryKey()
    .references(() => sites.id),
  closedThrough: date('closed_through').notNull(),
  rolledUpAt: moment('rolled_up_at').notNull(),
})

/** Visits and views of a day that another system counted. */
export const importedDays = pgTable(
  'imported_days',
  { siteId: siteId().references(() => sites.id), localDay: date('local_day').notNull(), views: count('views'), visits: count('visits') },
  (table) => [
    primaryKey({ name: 'imported_days_pkey', columns: [table.siteId, table.localDay] }),
    check('imported_days_counts', sql`${table.visits} >= 0 AND ${table.views} >= ${table.visits}`),
  ],
)

export const statHours = pgTable(
  'stat_hours',
  {
    siteId: siteId(),
    localDay: date('local_day').notNull(),
    localHour: smallint('local_hour').notNull(),
    cut: cut(),
    ...ofWhom(),
    ...counts(),
  },
  (table) => [
    unique('stat_hours_once')
      .on(table.siteId, table.cut, table.localDay, table.localHour, table.unitId, table.authorId, table.categoryId)
      .nullsNotDistinct(),
    check('stat_hours_cut', oneOf(table.cut, cuts)),
  ],
)

export const statPeriods = pgTable('stat_periods', { siteId: siteId(), ...span(), cut: cut(), ...ofWhom(), ...counts() }, (table) => [
  unique('stat_periods_once')
    .on(table.siteId, table.cut, table.period, table.startsOn, table.unitId, table.authorId, table.categoryId)
    .nullsNotDistinct(),
  check('stat_periods_cut', oneOf(table.cut, cuts)),
  check('stat_periods_period', oneOf(table.period, periods)),
])

/** Of each article, filed as it was when its day closed, in the total not filed at all; without an article: all other pages. */
export const statArticles = pgTable(
  'stat_articles',
  { siteId: siteId(), ...span(), articleId: uuid('article_id'), ...ofWhom(), ...counts() },
  (table) => [
    unique('stat_articles_once')
      .on(table.articleId, table.period, table.startsOn, table.siteId, table.unitId, table.authorId, table.categoryId)
      .nullsNotDistinct(),
    check('stat_articles_period', oneOf(table.period, periods)),
    // In the migration it holds views and visits too, so that it is all that a list of the most read is made of.
    index('stat_articles_most_read').on(table.siteId, table.period, table.startsOn, table.readers.desc(), table.articleId),
  ],
)

/** Where visits came from. The host is empty without one, and `*` for all behind the commonest of a day. */
export const statReferrers = pgTable(
  'stat_referrers',
  {
    siteId: siteId(),
    ...span(),
    cut: cut(),
    host: text('host').notNull(),
    class: text('class', { enum: referrerClasses }).notNull(),
    ...ofWhom(),
    visits: count('visits'),
  },
  (table) => [
    unique('stat_referrers_once')
      .on(table.siteId, table.cut, table.period, table.startsOn, table.host, table.class, table.unitId, table.authorId, table.categoryId)
      .nullsNotDistinct(),
    check('stat_referrers_cut', oneOf(table.cut, cuts.slice(0, 4))),
    check('stat_referrers_period', oneOf(table.period, periods)),
    check('stat_referrers_class', oneOf(table.class, referrerClasses)),
  ],
)

/** Which countries visits came from; empty where that is not known. */
export const statCountries = pgTable(
  'stat_countries',
  { siteId: siteId(), ...span(), country: text('country').notNull(), visits: count('visits') },
  (table) => [
    primaryKey({ name: 'stat_countries_pkey', columns: [table.siteId, table.period, table.startsOn, table.country] }),
    check('stat_countries_period', oneOf(table.period, periods)),
  ],
)
