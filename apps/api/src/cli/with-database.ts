import { type Config, readConfig } from '../config.ts'
import type { Database } from '../db/client.ts'
import { type DatabaseServer, databaseServer } from '../db/database-server.ts'
import { joinEmbedded } from '../db/embedded.ts'
import { prepareDatabase } from '../db/prepare-database.ts'
import type { CommandContext } from './command.ts'

/**
 * Gives a command the migrated database with its site: that of a running app, or one that runs as long as the command. A signal
 * ends the command without leaving a server behind.
 */
export async function withDatabase<T>(context: CommandContext, work: (database: Database, config: Config) => Promise<T>): Promise<T> {
  return withServer(context, async (server, config) => {
    const { hostname: host } = new URL(config.publicUrl)
    const database = await prepareDatabase(server, { host, timeZone: config.timeZone, log: context.say })
    try {
      return await work(database, config)
    } finally {
      await database.close()
    }
  })
}

/** As withDatabase, before migrations. */
export async function withServer<T>(context: CommandContext, work: (server: DatabaseServer, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig(context.env)
  const server = await databaseServer(config, joinEmbedded, { log: context.say })
  const interrupt = (): void => {
    server.stop().finally(() => process.exit(130))
  }
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt)
  try {
    return await work(server, config)
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
    await server.stop()
  }
}
