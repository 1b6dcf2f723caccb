import type { NamedGrant } from '@bantin/shared/named-grant'
import type { User, UserState } from '@bantin/shared/users'
import { sql } from 'drizzle-orm'
import { passwordLinks, secondFactors, sessions } from '../../db/schema/sessions.ts'
import { sites } from '../../db/schema/sites.ts'
import { grants, users } from '../../db/schema/users.ts'
import { siteTime } from '../../guarded/site-time.columns.ts'
import { isLive } from '../sessions/sessions.repository.ts'

// Not `${users.id}`: of a single table drizzle writes bare columns, and inside the brackets "id" is that of the inner table.

/** A user's grants, their units by the names they bear today. */
export const namedGrants = sql<NamedGrant[]>`(
  SELECT coalesce(json_agg(json_build_object('role', g.role, 'unitId', g.unit_id, 'unitName', n.name) ORDER BY g.id), '[]')
  FROM ${grants} g
  LEFT JOIN unit_names n ON n.unit_id = g.unit_id AND n.period @> published.today()
  WHERE g.user_id = ${users}.id)`

export const hasSecondFactor = sql<boolean>`EXISTS (
  SELECT FROM ${secondFactors} f WHERE f.user_id = ${users}.id AND f.confirmed_at IS NOT NULL)`

export const userState = sql<UserState>`CASE WHEN ${users}.disabled_at IS NOT NULL THEN 'disabled'
  WHEN ${users}.password_hash IS NULL THEN 'invited' ELSE 'active' END`

/** What lists show. The query joins `sites`, as those below. */
export const cardColumns = {
  id: users.id,
  name: users.name,
  email: users.email,
  state: userState,
  hasSecondFactor,
  grants: namedGrants,
  lastSeenAt: sql<string | null>`(
    SELECT published.site_time(max(s.last_used_at), ${sites.timeZone}) FROM ${sessions} s WHERE s.user_id = ${users}.id)`,
  version: users.version,
}

export const userColumns = {
  ...cardColumns,
  locale: users.locale,
  createdAt: siteTime(users.createdAt),
  disabledAt: siteTime(users.disabledAt),
  openLink: sql<User['openLink']>`(
    SELECT json_build_object('kind', l.kind, 'expiresAt', published.site_time(l.expires_at, ${sites.timeZone}))
    FROM ${passwordLinks} l
    WHERE l.user_id = ${users}.id AND l.used_at IS NULL AND l.revoked_at IS NULL AND l.expires_at > now()
    ORDER BY l.created_at DESC, l.id DESC LIMIT 1)`,
  liveSessions: sql<number>`(SELECT count(*)::int FROM ${sessions} WHERE ${sessions}.user_id = ${users}.id AND ${isLive})`,
}
