import { type CreatedPreview, defaultPreviewHours, type LinkListQuery, type NewPreview, type Preview } from '@bantin/shared/previews'
import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { GuardedCall } from '../../guarded/call.ts'
import { type Page, readPage } from '../../guarded/read-page.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { type Cursors, listScope } from '../../lib/cursor.ts'
import { hashOfToken, newToken } from '../../lib/opaque-tokens.ts'
import { requireArticle } from '../../publication/article.ts'
import * as repository from './previews.repository.ts'

/**
 * A new link to the article's newest text. Only this answer has it: an `Idempotency-Key` would have to keep the token, so it does nothing
 * here. Throws `not_found`, `forbidden`.
 */
export async function createPreview(
  db: Db,
  { actor, publicUrl }: GuardedCall,
  articleId: string,
  { expiresInHours: hours = defaultPreviewHours }: NewPreview,
): Promise<CreatedPreview> {
  return await db.transaction(async (tx) => {
    await requireArticle(tx, actor, 'article.edit', articleId)
    const [id, token] = [uuidv7(), newToken()]
    await repository.insertPreview(tx, { id, articleId, tokenHash: hashOfToken(token), createdBy: actor.userId, hours })
    const preview = await repository.readPreview(tx, id)
    const detail = { previewId: id, expiresAt: preview.expiresAt }
    await recordAudit(tx, actor, { action: 'preview.create', entity: 'article', entityId: articleId, detail })
    return { ...preview, token, url: `${publicUrl}/xem-truoc/${token}` }
  })
}

/** The article's links, newest first, without their tokens. Throws `not_found`, `invalid_cursor`. */
export async function listPreviews(
  db: Db,
  actor: ActingPerson,
  articleId: string,
  query: LinkListQuery,
  cursors: Cursors,
): Promise<Page<Preview>> {
  await requireArticle(db, actor, 'article.read', articleId)
  return await readPage(
    { cursors, scope: listScope(`editorial/articles/${articleId}/previews`, {}), query },
    (after, limit) => repository.findPreviews(db, articleId, after?.[0], limit),
    ({ id }) => [id],
  )
}

/** From now on the link opens nothing; again is no error. Throws `not_found`, `forbidden`. */
export async function revokePreview(db: Db, actor: ActingPerson, articleId: string, previewId: string): Promise<void> {
  await db.transaction(async (tx) => {
    await requireArticle(tx, actor, 'article.edit', articleId)
    const revoked = await repository.revokePreview(tx, articleId, previewId)
    if (!revoked) throw new ProblemError('not_found')
    if (revoked === 'before') return
    await recordAudit(tx, actor, { action: 'preview.revoke', entity: 'article', entityId: articleId, detail: { previewId } })
  })
}
