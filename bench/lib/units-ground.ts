import { sql } from 'drizzle-orm'
import type { Db } from '../../apps/api/src/db/client.ts'

/** A tree with ten units below each, ten posts in each unit and somebody in each of them; every tenth unit has had another name. */
export async function addUnits(db: Db, units: number): Promise<void> {
  const numbered = sql`SELECT n, ${idOf('unit', sql`n`)} AS id FROM generate_series(0, ${units - 1}) n`
  const posts = sql`SELECT n, ${idOf('post', sql`n`)} AS id, ${idOf('unit', sql`n / 10`)} AS unit_id FROM generate_series(0, ${units * 10 - 1}) n`
  await db.transaction(async (tx) => {
    await tx.execute(sql`SET LOCAL statement_timeout = 0`)
    await tx.execute(
      sql`INSERT INTO units (id, slug, kind, code, "order") SELECT id, 'don-vi-' || n, 'department', 'H' || n, n % 10 FROM (${numbered}) u`,
    )
    await tx.execute(sql`
      INSERT INTO unit_names (id, unit_id, name, short_name, period)
      SELECT gen_random_uuid(), id, 'Phòng Nội vụ và Lao động ' || n, 'PNV' || n, CASE WHEN n % 10 = 0 THEN '[2020-01-01,)' ELSE '(,)' END::daterange
      FROM (${numbered}) u
      UNION ALL SELECT gen_random_uuid(), id, 'Phòng cũ ' || n, NULL, '(,2020-01-01)' FROM (${numbered}) u WHERE n % 10 = 0`)
    await tx.execute(sql`
      INSERT INTO unit_parents (id, unit_id, parent_id, period)
      SELECT gen_random_uuid(), id, ${idOf('unit', sql`(n - 1) / 10`)}, '(,)' FROM (${numbered}) u WHERE n > 0`)
    await tx.execute(
      sql`INSERT INTO posts (id, unit_id, name, "order") SELECT id, unit_id, 'Phó Trưởng phòng ' || n % 10, n % 10 FROM (${posts}) p`,
    )
    await tx.execute(sql`
      INSERT INTO people (id, slug, full_name, sort_key)
      SELECT id, 'nguoi-' || n, 'Nguyễn Thị Minh ' || n, n || ' Nguyễn Thị Minh' FROM (${posts}) p`)
    await tx.execute(sql`
      INSERT INTO appointments (id, post_id, person_id, period, kind) SELECT id, id, id, '[2021-01-01,)', 'substantive' FROM (${posts}) p`)
  })
}

function idOf(kind: string, n: ReturnType<typeof sql>) {
  return sql`md5(${kind} || (${n})::text)::uuid`
}
