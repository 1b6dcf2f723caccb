import { changeActions, changeEntities, changeReasons } from '@bantin/shared/changes'
import { sql } from 'drizzle-orm'
import { bigint, boolean, check, integer, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'
import { sites } from './sites.ts'

/** The change feed that portals read. Order of `seq` is order of commit. */
export const changes = pgTable('changes', {
  seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  siteId: uuid('site_id')
    .notNull()
    .references(() => sites.id),
  at: moment('at').notNull().default(sql`now()`),
  action: text('action', { enum: changeActions }).notNull(),
  reason: text('reason', { enum: changeReasons }).notNull(),
  entity: text('entity', { enum: changeEntities }).notNull(),
  entityId: uuid('entity_id').notNull(),
  edition: integer('edition'),
  replacedBy: uuid('replaced_by'),
  backfill: boolean('backfill').notNull().default(false),
})

/** One row. `generation` grows with every transaction that changes something delivery shows; `epoch` with every restore. */
export const publicGeneration = pgTable(
  'public_generation',
  {
    id: smallint('id').primaryKey().default(1),
    generation: bigint('generation', { mode: 'number' }).notNull().default(1),
    epoch: integer('epoch').notNull().default(1),
  },
  (table) => [check('public_generation_one_row', sql`${table.id} = 1`)],
)
