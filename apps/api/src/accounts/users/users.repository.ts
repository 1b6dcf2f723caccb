import type { Me } from '@bantin/shared/auth'
import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { grants, users } from '../../db/schema/users.ts'

/** A user as the desk shows him, his units by the names they bear today. */
export async function findMe(db: Db, userId: string): Promise<Me | undefined> {
  const [row] = await db
    .select({ id: users.id, email: users.email, name: users.name, grants: namedGrants })
    .from(users)
    .where(eq(users.id, userId))
  return row
}

const namedGrants = sql<Me['grants']>`(
  SELECT coalesce(json_agg(json_build_object('role', g.role, 'unitId', g.unit_id, 'unitName', n.name) ORDER BY g.id), '[]')
  FROM ${grants} g
  LEFT JOIN unit_names n ON n.unit_id = g.unit_id
    AND n.period @> (now() AT TIME ZONE coalesce((SELECT time_zone FROM sites ORDER BY id LIMIT 1), 'UTC'))::date
  WHERE g.user_id = users.id)`
