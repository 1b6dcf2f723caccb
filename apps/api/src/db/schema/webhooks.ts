import { changeEntities } from '@bantin/shared/changes'
import { deliveryStatuses, disabledReasons } from '@bantin/shared/webhooks'
import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { apiClients } from './clients.ts'
import { bytea, id, moment, version } from './columns.ts'

/** Where a portal is told of changes. The secrets are sealed: they sign what is sent. */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    id: id(),
    clientId: uuid('client_id')
      .notNull()
      .references(() => apiClients.id),
    url: text('url').notNull(),
    secret: bytea('secret').notNull(),
    formerSecret: bytea('former_secret'),
    formerSecretUntil: moment('former_secret_until'),
    createdAt: moment('created_at').notNull().default(sql`now()`),
    disabledAt: moment('disabled_at'),
    disabledBecause: text('disabled_because', { enum: disabledReasons }),
    version: version(),
  },
  (table) => [
    index('webhook_endpoints_client').on(table.clientId),
    check('webhook_endpoints_disabled', sql`(${table.disabledAt} IS NULL) = (${table.disabledBecause} IS NULL)`),
    check('webhook_endpoints_disabled_because', sql`${table.disabledBecause} IN ('gone', 'by_hand')`),
    check('webhook_endpoints_former_secret', sql`(${table.formerSecret} IS NULL) = (${table.formerSecretUntil} IS NULL)`),
  ],
)

/**
 * Messages to endpoints, written in the transaction of the change. An endpoint gets those of one article in order: the next when the
 * one before is delivered or given up. A trial has no entry.
 */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: id(),
    endpointId: uuid('endpoint_id')
      .notNull()
      .references(() => webhookEndpoints.id),
    seq: bigint('seq', { mode: 'number' }),
    entity: text('entity', { enum: changeEntities }),
    entityId: uuid('entity_id'),
    status: text('status', { enum: deliveryStatuses }).notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    createdAt: moment('created_at').notNull().default(sql`now()`),
    nextAttemptAt: moment('next_attempt_at').notNull().default(sql`now()`),
    /** Until when a process has taken on sending it. */
    leasedUntil: moment('leased_until').notNull().default(sql`'-infinity'`),
    /** When it is listed as failed; later after it was sent again by hand. */
    givenUpAt: moment('given_up_at').notNull().default(sql`now() + interval '72 hours'`),
    finishedAt: moment('finished_at'),
    lastStatus: integer('last_status'),
    lastError: text('last_error'),
  },
  (table) => [
    unique('webhook_deliveries_once').on(table.endpointId, table.seq),
    index('webhook_deliveries_due').on(table.endpointId, table.nextAttemptAt, table.seq).where(sql`${table.status} = 'waiting'`),
    index('webhook_deliveries_under_way')
      .on(table.endpointId, table.leasedUntil)
      .where(sql`${table.status} = 'waiting' AND ${table.leasedUntil} > '-infinity'`),
    index('webhook_deliveries_in_order').on(table.endpointId, table.entityId, table.seq).where(sql`${table.status} = 'waiting'`),
    index('webhook_deliveries_newest').on(table.endpointId, table.status, table.createdAt, table.id),
    check('webhook_deliveries_status', sql`${table.status} IN ('waiting', 'delivered', 'failed')`),
    check('webhook_deliveries_finished', sql`(${table.status} = 'waiting') = (${table.finishedAt} IS NULL)`),
    check('webhook_deliveries_of_entry', sql`num_nulls(${table.seq}, ${table.entity}, ${table.entityId}) IN (0, 3)`),
  ],
)
