import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '../db/audit.ts'
import type { Db } from '../db/client.ts'
import { articles } from '../db/schema/articles.ts'
import type { ActingPerson } from '../lib/acting-person.ts'
import type { ArticleRow } from './article.ts'
import { hashOf } from './edit.ts'
import { requireReferences } from './references.ts'
import { addFirstRevision, type RevisionContent, withIds } from './revisions.ts'
import { rememberSave } from './saves.ts'

interface NewArticleRow {
  id: string
  siteId: string
  unitId: string
  format: ArticleRow['format']
  locale?: string
  /** That of the articles whose text this one has in another language. */
  translationGroup?: string
  content: RevisionContent
  actor: ActingPerson
}

/**
 * Adds a draft with its first revision. Permission is the caller's. Throws `unknown_reference`, and the database's refusal of a second
 * article in the same language of a group.
 */
export async function addArticle(tx: Db, { content: given, actor, ...row }: NewArticleRow): Promise<ArticleRow> {
  const { id, unitId } = row
  const content = withIds(given)
  await requireReferences(tx, { ...content, unitId })
  await tx.insert(articles).values({ ...row, createdBy: actor.userId })
  const headRevisionId = uuidv7()
  await addFirstRevision(tx, id, headRevisionId, content, actor)
  await rememberSave(tx, id, 1, content)
  const [article] = await tx.update(articles).set({ headRevisionId }).where(eq(articles.id, id)).returning()
  await recordAudit(tx, actor, {
    action: 'article.create',
    entity: 'article',
    entityId: id,
    version: 1,
    fields: Object.keys(content),
    afterHash: hashOf(content),
  })
  return article as ArticleRow
}
