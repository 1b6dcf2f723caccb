import type { CreatedOpinion, NewOpinion, Opinion } from '@bantin/shared/opinions'
import type { LinkListQuery } from '@bantin/shared/previews'
import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { type Page, readPage } from '../../guarded/read-page.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { type Cursors, listScope } from '../../lib/cursor.ts'
import { hashOfToken, newToken } from '../../lib/opaque-tokens.ts'
import { lockArticles, readRevision, requireArticle, requirePermission } from '../../publication/article.ts'
import { sealRevision } from '../../publication/revisions.ts'
import { requireVersion } from '../require-version.ts'
import * as repository from './opinions.repository.ts'

/** Long enough for a weekend, short enough that the text is still the one under work. */
const openHours = 72

/**
 * A link for one named person, about the newest text, which it seals so that it stays what was asked about. Only this answer has the
 * link: an `Idempotency-Key` would have to keep the token, so it does nothing here.
 * Throws `not_found`, `forbidden`, `version_required`, `version_stale`, `conflict` for an emptied text.
 */
export async function askOpinion(
  db: Db,
  { actor, ifMatch, publicUrl }: GuardedCall,
  articleId: string,
  { name }: NewOpinion,
): Promise<Answer<CreatedOpinion>> {
  return await db.transaction(async (tx) => {
    const [article] = await lockArticles(tx, [articleId])
    if (!article) throw new ProblemError('not_found')
    await requirePermission(tx, actor, 'article.edit', article)
    await requireVersion(tx, article, ifMatch)
    const revision = await readRevision(tx, article.headRevisionId)
    if (revision.redactedAt) throw new ProblemError('conflict', { detail: 'The newest text was emptied.' })
    await sealRevision(tx, revision)
    const [id, token] = [uuidv7(), newToken()]
    const row = { id, articleId, revisionId: revision.id, tokenHash: hashOfToken(token), name, askedBy: actor.userId }
    await repository.insertOpinion(tx, { ...row, hours: openHours })
    const opinion = await repository.readOpinion(tx, id)
    const detail = { opinionId: id, name, revision: revision.number, expiresAt: opinion.expiresAt }
    await recordAudit(tx, actor, { action: 'opinion.create', entity: 'article', entityId: articleId, detail })
    return { status: 201, version: article.version, body: { ...opinion, token, url: `${publicUrl}/y-kien/${token}` } }
  })
}

/** Who was asked what, and the answers, newest first, without tokens. Throws `not_found`, `invalid_cursor`. */
export async function listOpinions(
  db: Db,
  actor: ActingPerson,
  articleId: string,
  query: LinkListQuery,
  cursors: Cursors,
): Promise<Page<Opinion>> {
  await requireArticle(db, actor, 'article.read', articleId)
  return await readPage(
    { cursors, scope: listScope(`editorial/articles/${articleId}/opinions`, {}), query },
    (after, limit) => repository.findOpinions(db, articleId, after?.[0], limit),
    ({ id }) => [id],
  )
}

/** The link opens nothing from now on; again is no error. What was answered stays: `conflict`. Throws `not_found`, `forbidden`. */
export async function revokeOpinion(db: Db, actor: ActingPerson, articleId: string, opinionId: string): Promise<void> {
  await db.transaction(async (tx) => {
    await requireArticle(tx, actor, 'article.edit', articleId)
    const revoked = await repository.revokeOpinion(tx, articleId, opinionId)
    if (!revoked) throw new ProblemError('not_found')
    if (revoked === 'answered') throw new ProblemError('conflict', { detail: 'It has been answered.' })
    if (revoked === 'before') return
    await recordAudit(tx, actor, { action: 'opinion.revoke', entity: 'article', entityId: articleId, detail: { opinionId } })
  })
}
