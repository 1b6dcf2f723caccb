import type { ArticleReceipt } from '@bantin/shared/article-verbs'
import type { Actor } from '@bantin/shared/permissions'
import type { Db } from '../../db/client.ts'
import { requireArticle } from '../../publication/article.ts'
import { findArticleReceipt } from './receipt.repository.ts'

/** What portals were told of the article last and who has received it. Throws `not_found`. */
export async function readReceipt(db: Db, actor: Actor, id: string): Promise<ArticleReceipt> {
  await requireArticle(db, actor, 'article.read', id)
  return await findArticleReceipt(db, id)
}
