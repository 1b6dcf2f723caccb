import type { Reorganization } from '@bantin/shared/reorganizations'
import { date, jsonb, pgTable, uuid } from 'drizzle-orm/pg-core'
import { id, moment } from './columns.ts'
import { users } from './users.ts'

/** A row that a reorganization touched, as it was (null: it made it) and as it became (null: it deleted it). Columns as the database names them. */
export interface TouchedRow {
  table: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** Reorganizations that were carried out. The last one can be undone while every row is as it became. */
export const reorganizations = pgTable('reorganizations', {
  id: id(),
  at: moment('at').notNull(),
  byUserId: uuid('by_user_id').references(() => users.id),
  onDay: date('on_day').notNull(),
  plan: jsonb('plan').$type<Reorganization>().notNull(),
  touched: jsonb('touched').$type<TouchedRow[]>().notNull(),
  undoneAt: moment('undone_at'),
})
