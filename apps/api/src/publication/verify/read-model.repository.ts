import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '../../db/client.ts'
import { articles } from '../../db/schema/articles.ts'
import { editions } from '../../db/schema/editions.ts'
import {
  publishedArticleAppointments,
  publishedArticleAuthors,
  publishedArticleCategories,
  publishedArticleMedia,
  publishedArticleRelated,
  publishedArticles,
  publishedArticleTags,
  publishedArticleUnits,
} from '../../db/schema/published/articles.ts'
import { articleRevisions } from '../../db/schema/revisions.ts'

// Two tables are called articles.
const shown = alias(publishedArticles, 'shown')

const editionColumns = {
  edition: editions.edition,
  kind: editions.kind,
  hash: editions.hash,
  publishedAt: editions.publishedAt,
  correction: editions.correction,
}

/** The articles behind the one given that readers are given, with what that comes from and what it is. Texts: a page has few. */
export async function readShown(tx: Db, afterId: string | undefined) {
  const isShown = inArray(articles.publicState, ['published', 'withdrawn'])
  return await tx
    .select({ article: articles, revision: articleRevisions, edition: editionColumns, shown })
    .from(articles)
    .leftJoin(articleRevisions, eq(articleRevisions.id, articles.publishedRevisionId))
    .leftJoin(editions, and(eq(editions.articleId, articles.id), eq(editions.edition, articles.edition)))
    .leftJoin(shown, eq(shown.id, articles.id))
    .where(afterId === undefined ? isShown : and(isShown, gt(articles.id, afterId)))
    .orderBy(asc(articles.id))
    .limit(100)
}

export type ShownArticle = Awaited<ReturnType<typeof readShown>>[number]

/** What stands beside the articles in the tables of their links, by table. */
export async function readLinks(tx: Db, ids: string[]) {
  return {
    authors: await tx
      .select()
      .from(publishedArticleAuthors)
      .where(inArray(publishedArticleAuthors.articleId, ids))
      .orderBy(publishedArticleAuthors.position),
    units: await tx
      .select()
      .from(publishedArticleUnits)
      .where(inArray(publishedArticleUnits.articleId, ids))
      .orderBy(publishedArticleUnits.position),
    categories: await tx
      .select()
      .from(publishedArticleCategories)
      .where(inArray(publishedArticleCategories.articleId, ids))
      .orderBy(publishedArticleCategories.position),
    tags: await tx
      .select()
      .from(publishedArticleTags)
      .where(inArray(publishedArticleTags.articleId, ids))
      .orderBy(publishedArticleTags.position),
    related: await tx
      .select()
      .from(publishedArticleRelated)
      .where(inArray(publishedArticleRelated.articleId, ids))
      .orderBy(publishedArticleRelated.position),
    media: await tx
      .select()
      .from(publishedArticleMedia)
      .where(inArray(publishedArticleMedia.articleId, ids))
      .orderBy(publishedArticleMedia.position),
    appointments: await tx
      .select()
      .from(publishedArticleAppointments)
      .where(inArray(publishedArticleAppointments.articleId, ids))
      .orderBy(publishedArticleAppointments.position),
  }
}

export type Links = Awaited<ReturnType<typeof readLinks>>
