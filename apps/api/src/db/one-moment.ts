import type { Db } from './client.ts'

/**
 * Has work done that changes nothing and sees one moment of the database, however many statements it asks. They go one after the other, on
 * one connection; so `db` is no transaction yet.
 */
export function atOneMoment<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  return db.transaction(work, { isolationLevel: 'repeatable read', accessMode: 'read only' })
}
