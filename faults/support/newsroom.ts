import { bodyFromText } from '@bantin/shared/body/body-from-text'
import { v7 as uuidv7 } from 'uuid'
import { operator } from '../../apps/api/src/lib/acting-person.ts'
import { addArticle } from '../../apps/api/src/publication/add-article.ts'
import { lockArticles } from '../../apps/api/src/publication/article.ts'
import { appendChanges } from '../../apps/api/src/publication/changes.ts'
import { contentOf } from '../../apps/api/src/publication/revisions.ts'
import { transition } from '../../apps/api/src/publication/transition.ts'
import type { Ground } from './ground.ts'

/** Publishes without a process of the application between, and knows what is public since which generation. */
export interface Newsroom {
  /** An article with such a title, which its slug is made of as well; answers its id. */
  publish(title: string): Promise<string>
  /** Its next edition, with another title. */
  retitle(id: string, title: string): Promise<number>
  hold(id: string): Promise<number>
  putBack(id: string): Promise<number>
}

export function openNewsroom(ground: Ground): Newsroom {
  const { db, siteId, unitId } = ground
  const generation = async () => (await ground.rows<{ generation: number }>('SELECT generation FROM public_generation'))[0]?.generation ?? 0
  const move = async (
    id: string,
    make: (article: Awaited<ReturnType<typeof lockArticles>>[number], tx: typeof db) => Promise<Parameters<typeof appendChanges>[1]>,
  ) => {
    await db.transaction(async (tx) => {
      const [article] = await lockArticles(tx, [id])
      if (!article) throw new Error('no such article')
      await appendChanges(tx, await make(article, tx))
    })
    return await generation()
  }
  return {
    async publish(title) {
      const id = uuidv7()
      await db.transaction(async (tx) => {
        const content = contentOf({ title, body: bodyFromText('Một đoạn văn của bài.') })
        const draft = await addArticle(tx, { id, siteId, unitId, format: 'news', content, actor: operator })
        await appendChanges(tx, (await transition(tx, draft, 'publish', operator, {})).entries)
      })
      return id
    },
    retitle: (id, title) =>
      move(id, async (article, tx) => {
        const { article: edited } = await transition(tx, article, 'edit', operator, { title })
        return (await transition(tx, edited, 'publish', operator, { kind: 'minor' })).entries
      }),
    hold: (id) => move(id, async (article, tx) => (await transition(tx, article, 'hold', operator, {})).entries),
    putBack: (id) => move(id, async (article, tx) => (await transition(tx, article, 'putBack', operator, {})).entries),
  }
}
