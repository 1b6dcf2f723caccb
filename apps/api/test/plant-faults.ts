import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { type Fault, lineOf } from '../src/publication/verify/fault.ts'
import { verifyIn } from '../src/publication/verify/verify.ts'
import type { LifeName } from './every-state.ts'
import type { TestApp } from './test-app.ts'

/** Plants faults among the articles of `createEveryState`. */
export function faultPlanter(it: TestApp, ids: Record<LifeName, string>) {
  return {
    /**
     * Damages the database as only its superuser can, past triggers and foreign keys, and expects that exactly these faults are found:
     * each as its kind and place, articles by their names. Nothing of it stays.
     */
    finds: async (statements: string | string[], ...findings: string[]): Promise<void> => {
      const lines = (await findPlanted(it, [statements].flat())).map(lineOf)
      expect(lines.map((line) => placeOf(line, ids))).toEqual(findings)
      // What an article says is nobody's business but its readers'.
      expect(lines.join('\n')).not.toMatch(/thử|sửa|sapo thử|bai-thu|đoạn văn|example/i)
    },
    seqOf: async (life: LifeName, edition: number): Promise<number> => {
      const log = sql`SELECT seq FROM publication_log WHERE article_id = ${ids[life]} AND edition = ${edition}`
      return Number((await it.database.db.execute<{ seq: number }>(log)).rows[0]?.seq)
    },
    // Conditions of the statements.
    article: (life: LifeName) => `id = '${ids[life]}'`,
    edition: (life: LifeName, number: number) => `article_id = '${ids[life]}' AND edition = ${number}`,
    revision: (life: LifeName, number: number) => `article_id = '${ids[life]}' AND number = ${number}`,
    newestRevision: (life: LifeName) => `id = (SELECT head_revision_id FROM articles WHERE id = '${ids[life]}')`,
    newestChange: (life: LifeName) => `seq = (SELECT max(seq) FROM changes WHERE entity_id = '${ids[life]}')`,
  }
}

async function findPlanted({ database }: TestApp, statements: string[]): Promise<Fault[]> {
  const faults: Fault[] = []
  const undone = new Error('undone')
  const work = database.db.transaction(async (tx) => {
    await tx.execute(sql`SET LOCAL session_replication_role = replica`)
    for (const statement of statements) await tx.execute(sql.raw(statement))
    await verifyIn(tx, [], (fault) => faults.push(fault))
    throw undone
  })
  await work.catch((error: unknown) => {
    if (error !== undone) throw error
  })
  return faults
}

function placeOf(line: string, ids: Record<LifeName, string>): string {
  const [place = ''] = line.split(':')
  return Object.entries(ids).reduce((text, [name, id]) => text.replace(`article ${id}`, name), place)
}
