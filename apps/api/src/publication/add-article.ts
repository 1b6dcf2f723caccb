import { v7 as uuidv7 } from 'uuid'
import { auditRows } from '../db/audit.ts'
import type { Db } from '../db/client.ts'
import { articles } from '../db/schema/articles.ts'
import { draftTerms } from '../db/schema/search.ts'
import { insertRows, rowsOf } from '../db/write-rows.ts'
import type { ActingPerson } from '../lib/acting-person.ts'
import { type ArticleRow, findArticle } from './article.ts'
import { hashOf } from './edit.ts'
import { requireReferences } from './references.ts'
import { firstRevisionRows, type RevisionContent, withIds } from './revisions.ts'
import { saveRows } from './saves.ts'
import { draftTermsRow } from './search/draft-terms.ts'

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
  /** The desk finds it within a minute, not at once: many that come together come faster. */
  indexedLater?: boolean
}

/**
 * Adds a draft with its first revision. Permission is the caller's. Throws `unknown_reference`, and the database's refusal of a second
 * article in the same language of a group.
 */
export async function addArticle(tx: Db, { content: given, actor, indexedLater = false, ...row }: NewArticleRow): Promise<ArticleRow> {
  const { id, unitId } = row
  const content = withIds(given)
  await requireReferences(tx, { ...content, unitId })
  const headRevisionId = uuidv7()
  await insertRows(tx, [
    rowsOf(articles, { ...row, headRevisionId, createdBy: actor.userId }),
    firstRevisionRows(id, headRevisionId, content, actor),
    saveRows(id, 1, content),
    rowsOf(draftTerms, ...(indexedLater ? [] : [draftTermsRow(id, content)])),
    auditRows(actor, {
      action: 'article.create',
      entity: 'article',
      entityId: id,
      version: 1,
      fields: Object.keys(content),
      afterHash: hashOf(content),
    }),
  ])
  return (await findArticle(tx, id)) as ArticleRow
}
