import type { NotificationKind } from '@bantin/shared/notifications'
import { type ArticleAction, can, type Role, roles } from '@bantin/shared/permissions'
import { sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import type { ArticleRow } from './article.ts'

export interface Recipient {
  userId: string
  /** At once, beside the desk. */
  byMail: boolean
  byChat: boolean
}

/** Whom it concerns by their role over the article's unit, beside those whose article it is; absent: nobody. */
const actionOfOthers: Partial<Record<NotificationKind, ArticleAction>> = {
  submitted: 'article.return',
  held: 'article.hold',
  schedule_failed: 'article.publish',
  not_received: 'article.publish',
}

/**
 * Who is told, in one statement: of what is submitted those who may give it back, of everything else its author and assignee, where it
 * was scheduled who did that, and those who may take down or publish there when that is what matters. Only who may read the article; not
 * the actor, nor who cannot sign in, nor who does not want to know.
 */
export async function findRecipients(tx: Db, article: ArticleRow, kind: NotificationKind, actorId: string | null): Promise<Recipient[]> {
  const authors = kind === 'submitted' ? [] : [article.createdBy, article.assigneeId].filter((id) => id !== null)
  const schedulers = ['published', 'schedule_failed'].includes(kind) && article.scheduledBy ? [article.scheduledBy] : []
  const action = actionOfOthers[kind]
  const { rows } = await tx.execute<Recipient & Record<string, unknown>>(sql`
    WITH concerned AS (
      SELECT g.user_id AS id FROM grants g, unit_path(${article.unitId}) AS path (units)
      WHERE (g.unit_id IS NULL OR g.unit_id = ANY (path.units)) AND (
        (g.user_id = ANY (${sql.param(authors)}::uuid[]) AND g.role = ANY (${sql.param(rolesOfAuthors)}::text[]))
        OR (g.user_id = ANY (${sql.param(schedulers)}::uuid[]) AND g.role = ANY (${sql.param(rolesThatMay('article.read'))}::text[]))
        OR g.role = ANY (${sql.param(action ? rolesThatMay(action) : [])}::text[]))
      GROUP BY g.user_id
    )
    SELECT u.id AS "userId", coalesce(s.mail = 'at_once', false) AS "byMail", s.chat_url IS NOT NULL AS "byChat"
    FROM concerned JOIN users u USING (id) LEFT JOIN notification_settings s ON s.user_id = u.id
    WHERE u.id IS DISTINCT FROM ${actorId}::uuid AND u.disabled_at IS NULL AND u.password_hash IS NOT NULL
      AND NOT coalesce(${kind} = ANY (s.muted), false)
    ORDER BY u.id`)
  return rows
}

/** The roles over its unit with which somebody may do it to an article that is not his. */
function rolesThatMay(action: ArticleAction): Role[] {
  return roles.filter((role) => can({ userId: null, grants: [{ role, unitId: null }] }, action, { unitPath: [] }))
}

/** The roles over its unit with which its author may read an article. */
const rolesOfAuthors = roles.filter((role) =>
  can({ userId: 'author', grants: [{ role, unitId: null }] }, 'article.read', { unitPath: [], createdBy: 'author' }),
)
