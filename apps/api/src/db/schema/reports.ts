import { type ReportFigures, reportCalendars, reportKinds } from '@bantin/shared/reports'
import { sql } from 'drizzle-orm'
import { check, date, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, moment } from './columns.ts'
import { sites } from './sites.ts'
import { users } from './users.ts'

/** A report as it was saved: its figures do not change any more. */
export const reports = pgTable(
  'reports',
  {
    id: id(),
    siteId: uuid('site_id')
      .notNull()
      .references(() => sites.id),
    kind: text('kind', { enum: reportKinds }).notNull(),
    countedBy: text('counted_by', { enum: reportCalendars }).notNull(),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
    figures: jsonb('figures').$type<ReportFigures>().notNull(),
    savedBy: uuid('saved_by').references(() => users.id),
    savedAt: moment('saved_at').notNull(),
  },
  (table) => [
    check('reports_kind', sql`${table.kind} IN ('month', 'quarter', 'half', 'year')`),
    check('reports_counted_by', sql`${table.countedBy} IN ('calendar', 'reporting')`),
    check('reports_days', sql`${table.startsOn} <= ${table.endsOn}`),
    index('reports_newest').on(table.siteId, table.savedAt.desc(), table.id.desc()),
  ],
)
