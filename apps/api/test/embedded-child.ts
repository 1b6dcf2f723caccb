// Runs the embedded PostgreSQL of the folder in its argument until it is killed, as the app does; says its URL once it serves.
import { startEmbedded } from '../src/db/embedded.ts'

try {
  const database = await startEmbedded({ dataDir: process.argv[2] ?? '' })
  console.log(database.url)
  setInterval(() => undefined, 60_000)
} catch (error) {
  console.log(error instanceof Error ? error.message : error)
  process.exit(1)
}
