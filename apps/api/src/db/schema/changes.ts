import { changeActions, changeEntities, changeReasons } from '@bantin/shared/changes'
import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'
import { sites } from './sites.ts'

/** The change feed that portals read. Order of `seq` is order of commit. */
export const changes = pgTable(
  'changes',
  {
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
  },
  (table) => [
    index('changes_taken_away').on(table.seq).where(sql`${table.action} = 'delete' OR ${table.reason} IN ('withdrawn', 'personal_data')`),
    index('changes_to_be_received')
      .on(table.at)
      .where(
        sql`${table.entity} = 'article' AND ${table.reason} IN ('correction', 'held', 'removed', 'redirected', 'withdrawn', 'personal_data') AND NOT ${table.backfill}`,
      ),
    index('changes_backfill').on(table.entityId).where(sql`${table.backfill}`),
  ],
)

/** The newest entry of each thing, kept by a trigger. */
export const newestChanges = pgTable(
  'newest_changes',
  {
    entity: text('entity', { enum: changeEntities }).notNull(),
    entityId: uuid('entity_id').notNull(),
    siteId: uuid('site_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ name: 'newest_changes_pkey', columns: [table.entity, table.entityId] }),
    unique('newest_changes_seq').on(table.seq),
  ],
)

/** Each with the last entry of the copy that the database was put back to, which is the last that it shares with the one before. */
export const epochs = pgTable('epochs', {
  epoch: integer('epoch').primaryKey(),
  restoredTo: bigint('restored_to', { mode: 'number' }).notNull(),
  beganAt: moment('began_at').notNull().default(sql`now()`),
})

/** One row at most: the file with all articles, which holds what the feed had told up to `seq`. */
export const dumps = pgTable('dumps', {
  id: uuid('id').primaryKey(),
  epoch: integer('epoch').notNull(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  bytes: bigint('bytes', { mode: 'number' }).notNull(),
  madeAt: moment('made_at').notNull().default(sql`now()`),
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
