import { sql } from 'drizzle-orm'
import type { TestApp } from './test-app.ts'

/** So many rows in the audit log, a second apart: of ten people about a hundred articles, straight into the table. */
export async function addManyAuditRows({ database: { db } }: TestApp, count: number): Promise<void> {
  await db.execute(sql`
    INSERT INTO audit_log (at, actor_id, actor_name, action, entity, entity_id, fields, detail)
    SELECT now() - n * interval '1 second', lpad((n % 10)::text, 32, '0')::uuid, 'Nguyễn Thị Thử', 'article.edit', 'article',
      lpad((n % 100)::text, 32, '0')::uuid, '{title,sapo}', '{"note":"Đã sửa, theo góp ý"}'
    FROM generate_series(1, ${count}::int) AS n`)
  await db.execute(sql`ANALYZE audit_log`)
}
