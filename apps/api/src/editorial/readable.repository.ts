import { readableScope } from '@bantin/shared/permission-scopes'
import type { Actor } from '@bantin/shared/permissions'
import { and, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { articles } from '../db/schema/articles.ts'
import { unitsBelow } from '../guarded/units-below.repository.ts'

/** `can(actor, 'article.read', …)` as a condition on `articles`; undefined where it holds for all of them. */
export async function isReadable(db: Db, actor: Actor): Promise<SQL | undefined> {
  const readable = readableScope(actor)
  if (readable.units === 'all') return undefined
  const units = await unitsBelow(db, readable.units)
  const ownUnits = readable.ownInUnits === 'all' ? undefined : inUnits(await unitsBelow(db, readable.ownInUnits))
  return or(inUnits(units), and(isOwn(actor.userId), ownUnits))
}

/** Whether the person created the article, or it is assigned to him; null where it is neither and something is unknown. */
export function isOwn(userId: string | null): SQL {
  return sql`(${articles.createdBy} = ${userId} OR ${articles.assigneeId} = ${userId})`
}

function inUnits(ids: string[]): SQL {
  return ids.length === 0 ? sql`false` : inArray(articles.unitId, ids)
}
