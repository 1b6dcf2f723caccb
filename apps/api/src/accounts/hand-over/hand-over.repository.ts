import { type HandOverSheet, maxSuccessors } from '@bantin/shared/hand-over'
import { readableUserScope } from '@bantin/shared/permission-scopes'
import type { Actor } from '@bantin/shared/permissions'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'

/** Who can take over from the person: people who may sign in, with a role that writes where the actor sees people; by name. */
export async function findSuccessors(db: Db, actor: Actor, leaverId: string): Promise<HandOverSheet['successors']> {
  const { rows } = await db.execute<{ id: string; name: string }>(sql`
    SELECT u.id, u.name FROM users u WHERE ${isSuccessor(actor, leaverId)}
    ORDER BY u.name COLLATE "vi-x-icu", u.id LIMIT ${maxSuccessors}`)
  return rows
}

/** Whether this one can. */
export async function canTakeOver(db: Db, actor: Actor, leaverId: string, id: string): Promise<boolean> {
  const { rows } = await db.execute(sql`SELECT FROM users u WHERE u.id = ${id} AND ${isSuccessor(actor, leaverId)}`)
  return rows.length > 0
}

function isSuccessor(actor: Actor, leaverId: string): SQL {
  return sql`u.id <> ${leaverId} AND u.disabled_at IS NULL AND u.password_hash IS NOT NULL AND EXISTS (
    SELECT FROM grants g WHERE g.user_id = u.id AND g.role <> 'auditor' AND ${isNear(readableUserScope(actor))})`
}

/** Whether the grant reaches into the units, or stands below them. */
function isNear(units: string[] | 'all'): SQL {
  if (units === 'all') return sql`true`
  return sql`(g.unit_id IS NULL OR unit_path(g.unit_id) && ${sql.param(units)}::uuid[]
    OR EXISTS (SELECT FROM unnest(${sql.param(units)}::uuid[]) AS s (id) WHERE g.unit_id = ANY (unit_path(s.id))))`
}
