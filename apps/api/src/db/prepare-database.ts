import { type Database, openDatabase } from './client.ts'
import type { DatabaseServer } from './database-server.ts'
import { ensureSite } from './ensure-site.ts'
import { migrate } from './migrate.ts'

export interface Preparation {
  /** Of the site that an empty database is given. */
  host: string
  timeZone: string
  log: (line: string) => void
}

/** The server's database, migrated, with a site, and open. Throws StartError with one line when it cannot be migrated. */
export async function prepareDatabase(server: DatabaseServer, { host, timeZone, log }: Preparation): Promise<Database> {
  await migrate(server.directUrl, { log })
  const onError = (error: Error): void => log(`A database connection broke: ${error.message}`)
  const database = await openDatabase({ url: server.url, directUrl: server.directUrl, onError })
  try {
    await ensureSite(database.db, { host, timeZone })
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}
