import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../db/client.ts'

/** An appointment to a post of an ended unit, as far as it would last from the day on. */
export interface LastingAppointment {
  id: string
  postId: string
  personId: string
  kind: string
  decisionNo: string | null
  period: string
}

/** Those of these units that last from the day on. */
export async function findLasting(tx: Db, on: string, unitIds: string[]): Promise<LastingAppointment[]> {
  const { rows } = await tx.execute<{ [K in keyof LastingAppointment]: LastingAppointment[K] }>(sql`
    SELECT a.id, a.post_id AS "postId", a.person_id AS "personId", a.kind, a.decision_no AS "decisionNo",
      (a.period * daterange(${on}::date, NULL))::text AS period
    FROM appointments a JOIN posts p ON p.id = a.post_id
    WHERE p.unit_id = ANY (${sql.param(unitIds)}::uuid[]) AND a.period && daterange(${on}::date, NULL) ORDER BY a.id`)
  return rows
}

/** Goes on with them in posts of the same names in another unit: each post that is gone on with is a post there. */
export async function goOnIn(tx: Db, unitId: string, appointments: LastingAppointment[]): Promise<void> {
  const posts = new Map<string, string>()
  for (const { postId, personId, kind, decisionNo, period } of appointments) {
    const there = posts.get(postId) ?? uuidv7()
    if (!posts.has(postId)) {
      posts.set(postId, there)
      await tx.execute(sql`
        INSERT INTO posts (id, unit_id, name, "order", seniority) SELECT ${there}, ${unitId}, name, "order", seniority FROM posts WHERE id = ${postId}`)
    }
    await tx.execute(sql`
      INSERT INTO appointments (id, post_id, person_id, period, kind, decision_no)
      VALUES (${uuidv7()}, ${there}, ${personId}, ${period}::daterange, ${kind}, ${decisionNo})`)
  }
}
