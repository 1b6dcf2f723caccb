import type { Body } from '@bantin/shared/body'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { findSite } from '../src/db/find-site.ts'
import { articles } from '../src/db/schema/articles.ts'
import { media } from '../src/db/schema/media.ts'
import { articleRevisions } from '../src/db/schema/revisions.ts'
import type { TestApp } from './test-app.ts'

const kinds = {
  picture: { type: 'image/jpeg', width: 640, height: 360, variants: [variant('640.jpg', 'image/jpeg'), variant('640.webp', 'image/webp')] },
  document: { type: 'application/pdf', variants: [] },
  audio: { type: 'audio/mpeg', variants: [] },
} as const

function variant(name: string, type: string) {
  return { name, type, width: 640, height: 360, bytes: 1 }
}

/** A file of the library of which everything that has words says this; answers its id. There are no bytes of it. */
export async function plantFile({ database: { db } }: TestApp, kind: keyof typeof kinds, words: string): Promise<string> {
  const id = uuidv7()
  const said = { originalName: words, alt: words, caption: words, credit: words, bytes: 1 }
  const unitId = (await findSite(db)).rootUnitId as string
  const { variants, ...shape } = kinds[kind]
  await db.insert(media).values({ id, sha256: id, kind, ...shape, variants: [...variants], ...said, unitId })
  return id
}

interface Planted {
  title?: string
  kicker?: string
  sapo?: string
  body?: Body
}

/** Writes into the article's newest revision what no request could, as somebody with the database at hand. */
export async function plantText({ database: { db } }: TestApp, articleId: string, planted: Planted): Promise<void> {
  const [article] = await db.select({ head: articles.headRevisionId }).from(articles).where(eq(articles.id, articleId))
  if (!article?.head) throw new Error('no article')
  await db.update(articleRevisions).set(planted).where(eq(articleRevisions.id, article.head))
}
