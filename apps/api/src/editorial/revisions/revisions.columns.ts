import type { RevisionCard } from '@bantin/shared/revisions'
import { sql } from 'drizzle-orm'
import { articles } from '../../db/schema/articles.ts'
import { articleRevisions } from '../../db/schema/revisions.ts'
import { users } from '../../db/schema/users.ts'
import { siteTime } from '../../guarded/site-time.columns.ts'
import type { RevisionContent } from '../../publication/revisions.ts'

/** What the list of revisions needs of revisions, articles, sites and users joined. */
export const cardColumns = {
  number: articleRevisions.number,
  title: articleRevisions.title,
  words: articleRevisions.words,
  sealed: articleRevisions.sealed,
  label: articleRevisions.label,
  savedById: users.id,
  savedByName: users.name,
  savedAt: siteTime(articleRevisions.savedAt),
  isHead: sql<boolean>`${articleRevisions.id} = ${articles.headRevisionId}`,
  editions: sql<number[]>`ARRAY(SELECT e.edition FROM editions e
    WHERE e.article_id = ${articleRevisions.articleId} AND e.revision_id = ${articleRevisions.id} ORDER BY e.edition)`,
  isApproved: sql<boolean>`${articleRevisions.id} IS NOT DISTINCT FROM ${articles.approvedRevisionId}`,
  isRedacted: sql<boolean>`${articleRevisions.redactedAt} IS NOT NULL`,
}

interface CardRow extends Omit<RevisionCard, 'savedBy'> {
  savedById: string | null
  savedByName: string | null
}

export function toCard({ savedById, savedByName, ...row }: CardRow): RevisionCard {
  return { ...row, savedBy: savedById === null ? null : { id: savedById, name: savedByName ?? '' } }
}

/** The content with every field of its event and source, null where none is kept. */
export function wholeContent(content: RevisionContent) {
  return {
    ...content,
    event: content.event && { endsOn: null, place: null, ...content.event },
    source: content.source && { url: null, author: null, ...content.source },
  }
}
