import type { NamedGrant, UserState } from '@bantin/shared/users'
import { sql } from 'drizzle-orm'
import { secondFactors } from '../../db/schema/sessions.ts'
import { grants, users } from '../../db/schema/users.ts'

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
