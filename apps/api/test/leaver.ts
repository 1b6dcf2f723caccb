import type { HandOverInput, HandOverSheet } from '@bantin/shared/hand-over'
import type { Role } from '@bantin/shared/permissions'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { articles } from '../src/db/schema/articles.ts'
import { auditLog } from '../src/db/schema/audit.ts'
import { createDraft, createUnit, send } from './factories.ts'
import { askOpinion, createPreview } from './links.ts'
import { inHours, makeMoves } from './moves.ts'
import { type SignedInForTest, signIn } from './sign-in.ts'
import type { TestApp } from './test-app.ts'

/** A publisher of a unit with one of everything under way, an administrator of the unit, and who takes over. */
export interface Leaving {
  unit: string
  leaver: SignedInForTest
  admin: SignedInForTest
  successor: SignedInForTest
  draft: string
  inReview: string
  scheduled: string
  preview: string
  opinion: string
}

export async function prepareLeaving(it: TestApp, role: Role = 'publisher'): Promise<Leaving> {
  const unit = await createUnit(it)
  const leaver = await signIn(it, 'publisher', unit)
  const draft = await createDraft(it, leaver, { unitId: unit, title: 'Nháp' })
  const inReview = await makeMoves(it, leaver, await createDraft(it, leaver, { unitId: unit, title: 'Chờ duyệt' }), ['submit'])
  const toSchedule = await createDraft(it, leaver, { unitId: unit, title: 'Hẹn giờ' })
  const scheduled = await makeMoves(it, leaver, toSchedule, ['schedule', { at: inHours(5) }])
  return {
    unit,
    leaver,
    admin: await signIn(it, 'admin', unit),
    successor: await signIn(it, role, unit),
    draft: draft.id,
    inReview: inReview.id,
    scheduled: scheduled.id,
    preview: (await createPreview(it, leaver, draft.id)).id,
    opinion: (await askOpinion(it, leaver, inReview)).id,
  }
}

/** Decides nothing. */
export const nothing: HandOverInput = {
  to: null,
  articles: 'leave',
  schedules: 'leave',
  links: 'leave',
  clients: 'leave',
  grants: 'leave',
  disable: false,
}

export async function readSheet(it: TestApp, as: SignedInForTest, userId: string): Promise<HandOverSheet> {
  return (await send(it, as, 'GET', `/users/${userId}/hand-over`)).json()
}

/** With the version that stands, unless another is given. */
export async function handOver(
  it: TestApp,
  as: SignedInForTest,
  userId: string,
  input: Partial<HandOverInput>,
  version?: number,
): ReturnType<typeof send> {
  const { rows } = await it.database.db.execute<{ version: number }>(sql`SELECT version FROM users WHERE id = ${userId}`)
  return await send(it, as, 'POST', `/users/${userId}/hand-over`, { ...nothing, ...input }, version ?? rows[0]?.version)
}

export async function articleOf({ app }: TestApp, id: string): Promise<typeof articles.$inferSelect> {
  const [row] = await app.db.select().from(articles).where(eq(articles.id, id))
  if (!row) throw new Error('There is no such article.')
  return row
}

/** What the audit log has of these actions on an article or a person, the oldest first. */
export async function auditOn({ app }: TestApp, entityId: string, ...actions: string[]) {
  const { action, version, detail } = auditLog
  return await app.db
    .select({ action, version, detail })
    .from(auditLog)
    .where(and(eq(auditLog.entityId, entityId), inArray(action, actions)))
    .orderBy(auditLog.id)
}
