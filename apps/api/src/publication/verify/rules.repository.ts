import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import type { Fault, FaultKind } from './fault.ts'

/** A promise that one statement can look for breaches of. */
export interface Rule {
  kind: FaultKind
  /** A query of breaches. */
  breaches: SQL
}

/** A row of such a query: where, as far as it has the columns, and how. */
interface Breach {
  article?: string | null
  edition?: number | null
  media?: string | null
  expected: string
  found: string
}

/** The faults of the rule. They are fetched bit by bit: a broken database may have as many as it has rows. */
export async function* findBreaches(tx: Db, { kind, breaches }: Rule): AsyncGenerator<Fault> {
  await tx.execute(sql`DECLARE breaches NO SCROLL CURSOR FOR ${breaches}`)
  for (;;) {
    const { rows } = await tx.execute<Breach & Record<string, unknown>>(sql`FETCH 500 FROM breaches`)
    if (rows.length === 0) break
    for (const { article, edition, media, expected, found } of rows) {
      yield { kind, ...(article && { article }), ...(edition && { edition }), ...(media && { media }), expected, found }
    }
  }
  await tx.execute(sql`CLOSE breaches`)
}
