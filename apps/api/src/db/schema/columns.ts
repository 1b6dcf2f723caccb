import { customType, integer, timestamp, uuid } from 'drizzle-orm/pg-core'

/** A UUIDv7 given by the code that creates the row. */
export function id(name = 'id') {
  return uuid(name).primaryKey()
}

/** Milliseconds only: a JavaScript Date loses microseconds, and a cursor made from it would then lose rows. */
export function moment(name: string) {
  return timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })
}

/** Grows by one with every write; the ETag of optimistic locking. */
export function version() {
  return integer('version').notNull().default(1)
}

/** A range of days, lower end included, upper end excluded, either end open. */
export const daterange = customType<{ data: string }>({ dataType: () => 'daterange' })

/** PostgreSQL's 64-bit id of a transaction, as decimal digits. */
export const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' })

export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** Words and their places, written by `vectorText` of `@bantin/shared/search/vector`. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
