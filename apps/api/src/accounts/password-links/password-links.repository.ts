import type { UserLocale } from '@bantin/shared/user-locale'
import type { PasswordLink } from '@bantin/shared/users'
import { and, eq, gt, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
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

/** Who made links of the person that still open something: not himself, who asks for them by mail, and not the operator. */
export async function findLinkMakers(db: Db, userId: string): Promise<string[]> {
  const { createdBy } = passwordLinks
  const rows = await db
    .selectDistinct({ makerId: createdBy })
    .from(passwordLinks)
    .where(and(eq(passwordLinks.userId, userId), isOpen(), isNotNull(createdBy)))
  return rows.flatMap(({ makerId }) => makerId ?? [])
}

/** Closes what is still open of the person's links by this maker. His account is locked. */
export async function revokeLinksMadeBy(tx: Db, makerId: string, userId: string): Promise<void> {
  await tx
    .update(passwordLinks)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(passwordLinks.userId, userId), isOpen(), eq(passwordLinks.createdBy, makerId)))
}

/** A link that can still be used, with the person whom it is for. */
export interface OpenLink {
  id: string
  kind: LinkKind
  tokenHash: string
  userId: string
  name: string
  email: string
  locale: UserLocale
  /** In the site's time. */
  expiresAt: string
  siteName: string
}

export async function findLinkByHash(db: Db, tokenHash: string): Promise<OpenLink | undefined> {
  const [row] = await selectOpenLinks(db, eq(passwordLinks.tokenHash, tokenHash))
  return row
}

export async function findLinkById(db: Db, id: string): Promise<OpenLink | undefined> {
  const [row] = await selectOpenLinks(db, eq(passwordLinks.id, id))
  return row
}

/** The person's open link, when it is good for another hour. */
export async function findLastingLink(db: Db, userId: string): Promise<OpenLink | undefined> {
  const lasts = gt(passwordLinks.expiresAt, sql`now() + interval '1 hour'`)
  const [row] = await selectOpenLinks(db, and(eq(passwordLinks.userId, userId), lasts))
  return row
}

/** Uses the link up: once, whoever else tries at the same time. Answers who had made it, undefined when it can be used no more. */
export async function useLink(tx: Db, id: string): Promise<{ createdBy: string | null } | undefined> {
  const [used] = await tx
    .update(passwordLinks)
    .set({ usedAt: sql`now()` })
    .where(and(eq(passwordLinks.id, id), isOpen()))
    .returning({ createdBy: passwordLinks.createdBy })
  return used
}

/** Those of people who may sign in and whom a link of this kind is of use to: an invitation before there is a password, a reset after. */
async function selectOpenLinks(db: Db, which: SQL | undefined): Promise<OpenLink[]> {
  const { id, kind, tokenHash, userId, expiresAt } = passwordLinks
  const { name, email, locale, passwordHash, disabledAt } = users
  const fits = or(and(eq(kind, 'invitation'), isNull(passwordHash)), and(eq(kind, 'reset'), isNotNull(passwordHash)))
  return await db
    .select({ id, kind, tokenHash, userId, name, email, locale, expiresAt: siteTime(expiresAt), siteName: sites.name })
    .from(passwordLinks)
    .innerJoin(users, eq(users.id, userId))
    .crossJoin(sites)
    .where(and(which, isOpen(), isNull(disabledAt), fits))
}

function isOpen(): SQL | undefined {
  return and(isNull(passwordLinks.usedAt), isNull(passwordLinks.revokedAt), gt(passwordLinks.expiresAt, sql`now()`))
}

/** Deletes links that were made more than thirty days ago: none of them opens anything. */
export function deletionOfLinks(limit: number): SQL {
  return sql`DELETE FROM ${passwordLinks} WHERE id IN (
    SELECT id FROM ${passwordLinks} WHERE created_at <= now() - interval '30 days' LIMIT ${limit} FOR UPDATE SKIP LOCKED)`
}
