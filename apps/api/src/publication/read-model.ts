import { renderBody } from '@bantin/shared/body/render-body'
import { eq } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import {
  publishedArticleAuthors,
  publishedArticleCategories,
  publishedArticleMedia,
  publishedArticleRelated,
  publishedArticles,
  publishedArticleTags,
  publishedArticleTerms,
  publishedArticleUnits,
} from '../db/schema/published/articles.ts'
import { type ArticleRow, type RevisionRow, readRevision } from './article.ts'
import { type EditionRow, readEdition } from './editions.ts'
import { openMedia } from './open-media.ts'
import { termsOf } from './search/article-terms.ts'
import { shownMedia } from './shown-media.ts'

/** Makes what delivery sees of the article equal to its states: its newest edition, or nothing. Needs the row as it will be committed. */
export async function refreshReadModel(tx: Db, article: ArticleRow): Promise<void> {
  const shown = await mediaOf(tx, article.id)
  await tx.delete(publishedArticles).where(eq(publishedArticles.id, article.id))
  if (article.publicState === 'published' || article.publicState === 'withdrawn') {
    const revision = await readRevision(tx, article.publishedRevisionId)
    const edition = await readEdition(tx, article.id, article.edition ?? 0)
    if (!edition) throw new Error('a published article without its edition')
    const row = toPublished(article, revision, edition)
    await tx.insert(publishedArticles).values(row)
    await insertLinks(tx, row, revision)
    await tx.insert(publishedArticleTerms).values(termsRow(row))
    shown.push(...shownMedia(revision))
  }
  await openMedia(tx, shown)
}

type PublishedArticle = Required<typeof publishedArticles.$inferInsert>
type ShownEdition = Pick<EditionRow, 'edition' | 'kind' | 'hash' | 'publishedAt' | 'correction'>

/** The row that delivery reads of a published or withdrawn article. */
export function toPublished(article: ArticleRow, revision: RevisionRow, edition: ShownEdition): PublishedArticle {
  const { slug, firstPublishedAt, publishedAt, withdrawnAt, withdrawalReason } = article
  if (slug === null || firstPublishedAt === null || publishedAt === null)
    throw new Error('a published article without its address or dates')
  return {
    id: article.id,
    siteId: article.siteId,
    unitId: article.unitId,
    edition: edition.edition,
    editionKind: edition.kind,
    hash: edition.hash,
    format: article.format,
    genre: revision.genre,
    locale: article.locale,
    translationGroup: article.translationGroup,
    slug,
    title: revision.title,
    kicker: revision.kicker,
    sapo: revision.sapo,
    body: revision.body,
    bodyHtml: renderBody(revision.body),
    heroMediaId: revision.heroMediaId,
    event: revision.event,
    source: revision.source,
    firstPublishedAt,
    publishedAt,
    updatedAt: withdrawnAt ?? edition.publishedAt,
    correction: edition.correction,
    withdrawn: withdrawnAt && withdrawalReason !== null ? { reason: withdrawalReason, at: withdrawnAt.toISOString() } : null,
    listed: article.publicState === 'published',
  }
}

/** By which words it is found. */
export function termsRow({ id: articleId, siteId, format, listed, publishedAt, ...written }: PublishedArticle) {
  return { articleId, siteId, format, listed, publishedAt, ...termsOf(written) }
}

/** The rows of the tables beside it, in their order. */
export function linksOf({ siteId, format, listed, publishedAt, updatedAt }: PublishedArticle, revision: RevisionRow) {
  const { articleId, bylines, units, categoryIds, tagIds, relatedIds } = revision
  const listing = { siteId, format, listed, publishedAt, updatedAt }
  return {
    authors: bylines.map(({ authorId, role }, position) => ({ articleId, position, authorId, role, ...listing })),
    units: units.map(({ unitId, role }, position) => ({ articleId, position, unitId, role, ...listing })),
    categories: categoryIds.map((categoryId, position) => ({ articleId, position, categoryId, ...listing })),
    tags: tagIds.map((tagId, position) => ({ articleId, position, tagId, ...listing })),
    related: relatedIds.map((relatedId, position) => ({ articleId, position, relatedId })),
    media: shownMedia(revision).map((mediaId, position) => ({ articleId, position, mediaId })),
  }
}

async function insertLinks(tx: Db, row: PublishedArticle, revision: RevisionRow): Promise<void> {
  const { authors, units, categories, tags, related, media: pictures } = linksOf(row, revision)
  if (authors.length > 0) await tx.insert(publishedArticleAuthors).values(authors)
  if (units.length > 0) await tx.insert(publishedArticleUnits).values(units)
  if (categories.length > 0) await tx.insert(publishedArticleCategories).values(categories)
  if (tags.length > 0) await tx.insert(publishedArticleTags).values(tags)
  if (related.length > 0) await tx.insert(publishedArticleRelated).values(related)
  if (pictures.length > 0) await tx.insert(publishedArticleMedia).values(pictures)
}

async function mediaOf(tx: Db, articleId: string): Promise<string[]> {
  const rows = await tx
    .select({ mediaId: publishedArticleMedia.mediaId })
    .from(publishedArticleMedia)
    .where(eq(publishedArticleMedia.articleId, articleId))
  return rows.map((row) => row.mediaId)
}
