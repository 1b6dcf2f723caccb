import { foldedWords } from '@bantin/shared/search/words'
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'

/** Has a thing found by these names at once. What is its name no more is taken out within the minute, and found by nobody until then. */
export async function noteNames(tx: Db, kind: 'unit' | 'person', id: string, names: string[]): Promise<void> {
  for (const name of names) {
    await tx.execute(sql`
      INSERT INTO names (kind, entity_id, name, folded) VALUES (${kind}, ${id}, ${name}, ${foldedWords(name)}) ON CONFLICT DO NOTHING`)
  }
}
