import type { PreviewedArticle } from '@bantin/shared/previews'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { Signing } from '../../lib/media-view.ts'
import { hashOfToken } from '../../lib/opaque-tokens.ts'
import { readShownRevision } from '../shown-revision.repository.ts'
import { findOpenPreview } from './previews.repository.ts'

/**
 * The newest text of the article that a preview's token opens.
 * Throws `not_found` for a token that was never given, has expired or was revoked, while the article is taken down since, and when the
 * text is gone: nobody can tell which.
 */
export async function openPreview(db: Db, token: string, signing: Signing): Promise<PreviewedArticle> {
  const preview = await findOpenPreview(db, hashOfToken(token))
  const shown = preview?.revisionId ? await readShownRevision(db, signing, preview.revisionId) : undefined
  if (!preview || !shown) throw new ProblemError('not_found')
  const { workState, publicState, expiresAt } = preview
  return { ...shown, workState, publicState, expiresAt }
}
