import type { DeliveryDb } from '../../db/client.ts'

/** Resolves when the database answers; rejects otherwise. */
export async function databaseAnswers(db: DeliveryDb): Promise<void> {
  await db.query({ name: 'health', text: 'SELECT generation FROM published.public_generation' })
}
