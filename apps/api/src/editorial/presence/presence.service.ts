import type { ArticlePresence } from '@bantin/shared/article-presence'
import type { Db } from '../../db/client.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { requireArticle } from '../../publication/article.ts'
import * as repository from './presence.repository.ts'

/**
 * Says that the actor has the article open, and answers who else has. A courtesy among colleagues: it refuses nothing and is noted
 * nowhere. Each statement stands alone, so that no two people wait for each other's rows in a circle. Throws `not_found`.
 */
export async function openArticle(db: Db, actor: ActingPerson, articleId: string): Promise<ArticlePresence> {
  const userId = await readerOf(db, actor, articleId)
  await repository.markPresent(db, articleId, userId)
  await repository.deleteOldPresence(db)
  return { data: await repository.findOthers(db, articleId, userId) }
}

/** Says that the actor has closed it; again is no error. Throws `not_found`. */
export async function closeArticle(db: Db, actor: ActingPerson, articleId: string): Promise<void> {
  await repository.deletePresence(db, articleId, await readerOf(db, actor, articleId))
}

async function readerOf(db: Db, actor: ActingPerson, articleId: string): Promise<string> {
  await requireArticle(db, actor, 'article.read', articleId)
  if (actor.userId === null) throw new Error('nobody is signed in')
  return actor.userId
}
