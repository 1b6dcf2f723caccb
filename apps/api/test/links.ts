import type { CreatedOpinion } from '@bantin/shared/opinions'
import type { CreatedPreview } from '@bantin/shared/previews'
import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { auditLog } from '../src/db/schema/audit.ts'
import { send } from './factories.ts'
import type { SignedInForTest } from './sign-in.ts'
import type { TestApp } from './test-app.ts'

/** A preview of the article, made through the API. */
export async function createPreview(it: TestApp, as: SignedInForTest, articleId: string, input: object = {}): Promise<CreatedPreview> {
  const answer = await send(it, as, 'POST', `/articles/${articleId}/previews`, input)
  if (answer.statusCode !== 201) throw new Error(`no preview: ${answer.body}`)
  return answer.json()
}

/** Asks somebody about the article's newest text, through the API. */
export async function askOpinion(
  it: TestApp,
  as: SignedInForTest,
  article: { id: string; version: number },
  name = 'Trần Văn Hỏi',
): Promise<CreatedOpinion> {
  const answer = await send(it, as, 'POST', `/articles/${article.id}/opinions`, { name }, article.version)
  if (answer.statusCode !== 201) throw new Error(`no opinion: ${answer.body}`)
  return answer.json()
}

/** What the audit log has of an action on the article. */
export async function auditOf({ database: { db } }: TestApp, articleId: string, action: string) {
  return await db
    .select({ actorId: auditLog.actorId, actorName: auditLog.actorName, address: auditLog.address, detail: auditLog.detail })
    .from(auditLog)
    .where(and(eq(auditLog.entityId, articleId), eq(auditLog.entity, 'article'), eq(auditLog.action, action)))
    .orderBy(auditLog.id)
}

/** What every answer behind a link says to caches, searches and other sites. */
export function expectLinkHeaders(answer: { headers: Record<string, unknown> }): void {
  const said = ['cache-control', 'x-robots-tag', 'referrer-policy', 'access-control-allow-origin'].map((name) => answer.headers[name])
  expect(said).toEqual(['no-store', 'noindex', 'no-referrer', undefined])
}
