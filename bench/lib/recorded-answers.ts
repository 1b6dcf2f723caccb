import { openMediaStore } from '../../apps/api/src/adapters/open-media-store.ts'
import { buildApp } from '../../apps/api/src/app.ts'
import { readConfig } from '../../apps/api/src/config.ts'
import type { Database, DeliveryDb } from '../../apps/api/src/db/client.ts'
import type { BareAnswer } from './bare-server.ts'

/**
 * What the application answers at the addresses, each with the statements that it asks of PostgreSQL for it: as they leave it, so that a
 * bare program can ask the same.
 */
export async function recordAnswers(database: Database, env: Record<string, string>, paths: string[]): Promise<BareAnswer[]> {
  const config = readConfig({ ...env, CACHE_MB: '0' })
  let statements: BareAnswer['statements'] = []
  const query = async (statement: BareAnswer['statements'][number]) => {
    statements.push(statement)
    return await database.delivery.query(statement)
  }
  const delivery = { query } as unknown as DeliveryDb
  const app = await buildApp({ config, database: { ...database, delivery }, mediaStore: await openMediaStore(config) })
  const answers: BareAnswer[] = []
  try {
    for (const path of paths) {
      statements = []
      const answer = await app.inject(path)
      if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}: ${answer.body}`)
      answers.push({ path, type: String(answer.headers['content-type']), bytes: answer.body, statements })
    }
  } finally {
    await app.close()
  }
  return answers
}
