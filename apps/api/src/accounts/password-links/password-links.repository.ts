import type { PasswordLink } from '@bantin/shared/users'
import { and, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { passwordLinks } from '../../db/schema/sessions.ts'
import { sites } from '../../db/schema/sites.ts'
import { users } from '../../db/schema/users.ts'
import { siteTime } from '../../guarded/site-time.columns.ts'

export type LinkKind = PasswordLink['kind']

export interface NewLinkRow {
  id: string
  userId: string
  kind: LinkKind
  tokenHash: string
  createdBy: string | null
}

const hoursOf: Record<LinkKind, number> = { invitation: 168, reset: 24 }

/** Stores a link; answers until when it is good, in the site's time. */
export async function insertLink(tx: Db, row: NewLinkRow): Promise<string> {
  await tx.insert(passwordLinks).values({ ...row, expiresAt: sql`now() + make_interval(hours => ${hoursOf[row.kind]})` })
  const [stored] = await tx
    .select({ expiresAt: siteTime(passwordLinks.expiresAt) })
    .from(passwordLinks)
    .crossJoin(sites)
    .where(eq(passwordLinks.id, row.id))
  if (!stored) throw new Error('A link that was just written is not there.')
  return stored.expiresAt
}

/** Closes what is still open of the person's links. He is locked, so that of two that are made at once one is closed. */
export async function revokeOpenLinks(tx: Db, userId: string): Promise<void> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update')
  await tx
    .update(passwordLinks)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(passwordLinks.userId, userId), isOpen()))
}

function isOpen(): SQL | undefined {
  return and(isNull(passwordLinks.usedAt), isNull(passwordLinks.revokedAt), gt(passwordLinks.expiresAt, sql`now()`))
}
