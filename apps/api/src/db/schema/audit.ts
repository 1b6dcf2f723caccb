import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment, transactionId } from './columns.ts'

/** Who did what to what. Append-only by trigger, to the owner too. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment('at').notNull().default(sql`now()`),
    actorId: uuid('actor_id'),
    /** The name at that time; a command of the operator when nobody was signed in. */
    actorName: text('actor_name').notNull(),
    address: text('address'),
    action: text('action').notNull(),
    entity: text('entity').notNull(),
    entityId: uuid('entity_id').notNull(),
    /** The entity's version after the change. */
    version: integer('version'),
    fields: text('fields').array().notNull().default(sql`'{}'`),
    beforeHash: text('before_hash'),
    afterHash: text('after_hash'),
    detail: jsonb('detail').$type<Record<string, unknown>>(),
    /** Ids are given before the commit: with the transaction, a reader can wait for those that are still on their way. */
    transaction: transactionId('transaction').notNull().default(sql`pg_current_xact_id()`),
  },
  (table) => [
    index('audit_log_transaction').on(table.transaction, table.id),
    // Each filter of the log has the order in which it is read.
    index('audit_log_at').on(table.at, table.id),
    index('audit_log_entity').on(table.entityId, table.at, table.id),
    index('audit_log_actor').on(table.actorId, table.at, table.id),
    index('audit_log_action').on(table.action, table.at, table.id),
    // Most of it is about articles, and those are found by their time.
    index('audit_log_other').on(table.entity, table.at, table.id).where(sql`${table.entity} <> 'article'`),
  ],
)
