import { foldedWords } from '@bantin/shared/search/words'
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'

/** Has a thing found by these names at once. What is its name no more is taken out within the minute, and found by nobody until then. */
export async function noteNames(tx: Db, kind: 'unit' | 'person' | 'author', id: string, names: string[]): Promise<void> {
  await noteAllNames(
    tx,
    kind,
    names.map((name) => ({ id, name })),
  )
}

/** The same of many things by one statement. */
export async function noteAllNames(tx: Db, kind: 'unit' | 'person' | 'author', named: { id: string; name: string }[]): Promise<void> {
  if (named.length === 0) return
  const [ids, names] = [named.map(({ id }) => id), named.map(({ name }) => name)]
  await tx.execute(sql`
    INSERT INTO names (kind, entity_id, name, folded)
    SELECT ${kind}, * FROM unnest(${sql.param(ids)}::uuid[], ${sql.param(names)}::text[], ${sql.param(names.map(foldedWords))}::text[])
    ON CONFLICT DO NOTHING`)
}
