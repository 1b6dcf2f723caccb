import { readableUserScope } from '@bantin/shared/permission-scopes'
import type { Actor } from '@bantin/shared/permissions'
import { fold } from '@bantin/shared/text'
import type { User, UserCard, UsersQuery } from '@bantin/shared/users'
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import type { SiteRow } from '../../db/find-site.ts'
import { sites } from '../../db/schema/sites.ts'
import { grants, users } from '../../db/schema/users.ts'
import { unitsBelow } from '../../guarded/units-below.repository.ts'
import { cardColumns, userColumns } from './users.columns.ts'

type Site = Pick<SiteRow, 'id' | 'rootUnitId'>

export interface ListQuery {
  site: Site
  /** Who asks. */
  actor: Actor
  filters: Omit<UsersQuery, 'limit' | 'cursor'>
  /** Name and id of the last of the page before. */
  after: string[] | undefined
  limit: number
}

/** A page of the users whom the actor may see, by name. */
export async function findUsers(db: Db, { site, actor, filters, after, limit }: ListQuery): Promise<UserCard[]> {
  return await db
    .select(cardColumns)
    .from(users)
    .innerJoin(sites, eq(sites.id, site.id))
    .where(and(await isReadable(db, actor, site), ...matches(filters), after && isBehind(after)))
    .orderBy(byName, users.id)
    .limit(limit)
}

/** What is shown of a user, but for what the one who asks may do. */
export type UserRow = Omit<User, 'mayChange'>

/** The user, or undefined. */
export async function findUser(db: Db, siteId: string, id: string): Promise<UserRow | undefined> {
  const [row] = await db.select(userColumns).from(users).innerJoin(sites, eq(sites.id, siteId)).where(eq(users.id, id))
  return row
}

const byName = sql`${users.name} COLLATE "vi-x-icu"`

function isBehind([name, id]: string[]): SQL {
  return sql`(${byName}, ${users.id}) > (${name} COLLATE "vi-x-icu", ${id}::uuid)`
}

/** `canOverUser(actor, 'users.read', …)` as a condition on `users`; undefined where it holds for all of them. */
async function isReadable(db: Db, actor: Actor, { rootUnitId }: Site): Promise<SQL | undefined> {
  const scope = readableUserScope(actor)
  if (scope === 'all') return undefined
  const inUnits = hasGrant(inArray(sql`g.unit_id`, await unitsBelow(db, scope)))
  if (rootUnitId === null || !scope.includes(rootUnitId)) return inUnits
  return sql`(${inUnits} OR ${hasGrant(sql`g.unit_id IS NULL`)} OR NOT ${hasGrant()})`
}

function hasGrant(...conditions: (SQL | undefined)[]): SQL {
  return sql`EXISTS (SELECT FROM ${grants} g WHERE ${and(sql`g.user_id = ${users.id}`, ...conditions)})`
}

function matches({ q, state, role, unit }: ListQuery['filters']): (SQL | undefined)[] {
  return [
    q === undefined ? undefined : hasWords(fold(q).split(/\s+/)),
    state === undefined ? undefined : sql`${cardColumns.state} = ${state}`,
    // One grant with both, where both are asked for.
    role === undefined && unit === undefined
      ? undefined
      : hasGrant(role && sql`g.role = ${role}`, unit === undefined ? undefined : sql`g.unit_id = ${unit}`),
  ]
}

/** Each word stands somewhere in name or e-mail. */
function hasWords(words: string[]): SQL {
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  return sql`${folded} LIKE ALL (${sql.param(patterns)}::text[])`
}

/** Name and e-mail as `fold` of packages/shared/src/text.ts folds them, of text that is stored clean. */
const folded = sql`normalize(regexp_replace(normalize(replace(
  lower((${users.name} || ' ' || ${users.email}) COLLATE "vi-x-icu"), 'đ', 'd'), NFD), '[\\u0300-\\u036f]', '', 'g'), NFC)`
