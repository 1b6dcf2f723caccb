import { appointmentIdsOf } from '@bantin/shared/body/body-people'
import { renderBody } from '@bantin/shared/body/render-body'
import { eq } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import {
  publishedArticleAppointments,
  publishedArticleAuthors,
  publishedArticleCategories,
  publishedArticleMedia,
  publishedArticleRelated,
  publishedArticles,
  publishedArticleTags,
  publishedArticleTerms,
  publishedArticleUnits,
} from '../db/schema/published/articles.ts'
import { insertRows, rowsOf } from '../db/write-rows.ts'
import { type ArticleRow, type RevisionRow, readRevision } from './article.ts'
import { type EditionRow, readEdition } from './editions.ts'
import { termsOf } from './search/article-terms.ts'
import { shownMedia } from './shown-media.ts'
import type { Effect } from './verbs.ts'

/**
 * Makes what delivery sees of the article equal to its states: its newest edition, or nothing. `after` is the row as it will be
 * committed; `shown` spares reading what it shows. Answers the files that it showed or shows now, to be opened or closed by `appendChanges`.
 */
export async function refreshReadModel(tx: Db, { before, after, shown }: Refresh): Promise<string[]> {
  // What never was public shows nothing yet.
  const files = before.publicState === 'none' ? [] : await takeAway(tx, after.id)
  if (after.publicState === 'published' || after.publicState === 'withdrawn') {
    const { revision, edition } = shown ?? (await readShown(tx, after))
    await insertShown(tx, toPublished(after, revision, edition), revision)
    files.push(...shownMedia(revision))
  }
  return files
}

interface Refresh {
  before: ArticleRow
  after: ArticleRow
  shown: Effect['shown']
}

async function readShown(tx: Db, { id, publishedRevisionId, edition: number }: ArticleRow): Promise<NonNullable<Effect['shown']>> {
  const revision = await readRevision(tx, publishedRevisionId)
  const edition = await readEdition(tx, id, number ?? 0)
  if (!edition) throw new Error('a published article without its edition')
  return { revision, edition }
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
function termsRow({ id: articleId, siteId, format, listed, publishedAt, ...written }: PublishedArticle) {
  return { articleId, siteId, format, listed, publishedAt, ...termsOf({ ...written, publishedAt }) }
}

/** The rows of the tables beside it, in their order. */
export function linksOf({ siteId, format, listed, publishedAt, updatedAt }: PublishedArticle, revision: RevisionRow) {
  const { articleId, body, bylines, units, categoryIds, tagIds, relatedIds } = revision
  const listing = { siteId, format, listed, publishedAt, updatedAt }
  return {
    authors: bylines.map(({ authorId, role }, position) => ({ articleId, position, authorId, role, ...listing })),
    units: units.map(({ unitId, role }, position) => ({ articleId, position, unitId, role, ...listing })),
    categories: categoryIds.map((categoryId, position) => ({ articleId, position, categoryId, ...listing })),
    tags: tagIds.map((tagId, position) => ({ articleId, position, tagId, ...listing })),
    related: relatedIds.map((relatedId, position) => ({ articleId, position, relatedId })),
    media: shownMedia(revision).map((mediaId, position) => ({ articleId, position, mediaId })),
    appointments: appointmentIdsOf(body).map((appointmentId, position) => ({ articleId, position, appointmentId })),
  }
}

async function insertShown(tx: Db, row: PublishedArticle, revision: RevisionRow): Promise<void> {
  const { authors, units, categories, tags, related, media: pictures, appointments } = linksOf(row, revision)
  await insertRows(tx, [
    rowsOf(publishedArticles, row),
    rowsOf(publishedArticleAuthors, ...authors),
    rowsOf(publishedArticleUnits, ...units),
    rowsOf(publishedArticleCategories, ...categories),
    rowsOf(publishedArticleTags, ...tags),
    rowsOf(publishedArticleRelated, ...related),
    rowsOf(publishedArticleMedia, ...pictures),
    rowsOf(publishedArticleAppointments, ...appointments),
    rowsOf(publishedArticleTerms, termsRow(row)),
  ])
}

/** Answers the files that it showed. */
async function takeAway(tx: Db, articleId: string): Promise<string[]> {
  const rows = await tx
    .select({ mediaId: publishedArticleMedia.mediaId })
    .from(publishedArticleMedia)
    .where(eq(publishedArticleMedia.articleId, articleId))
  await tx.delete(publishedArticles).where(eq(publishedArticles.id, articleId))
  return rows.map((row) => row.mediaId)
}
