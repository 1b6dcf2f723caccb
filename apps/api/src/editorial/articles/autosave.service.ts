import type { ArticlePatch, Autosaved } from '@bantin/shared/editorial-articles'
import type { Db } from '../../db/client.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { answerOnce } from '../answer-once.service.ts'
import { readArticle } from './articles.service.ts'
import { moveArticle } from './change-article.service.ts'

/** Saves like an edit and answers only what a desk needs to go on writing. Throws what an edit throws. */
export async function autosaveArticle(db: Db, call: GuardedCall, id: string, patch: ArticlePatch): Promise<Answer<Autosaved>> {
  return await answerOnce(db, call, async (tx) => {
    const { merged } = await moveArticle(tx, call, id, 'edit', patch)
    const { version, revision, updatedAt: savedAt } = await readArticle(tx, call.actor, id)
    return { status: 200, body: { version, revision, savedAt, merged }, version, articleId: id }
  })
}
