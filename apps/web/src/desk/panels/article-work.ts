import type { Body } from '@bantin/shared/body'
import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { findMove, firstVerbNeeded } from '@bantin/shared/lifecycle'
import { type Actor, can, isAuthor } from '@bantin/shared/permissions'
import type { ArticleChoices } from '../../features/articles/form/choices.ts'

/** The open article as its panels need it. */
export interface ArticleWork {
  /** Null while it is not made yet. */
  article: EditorialArticle | null
  /** The text under edit. */
  body: Body
  choices: ArticleChoices
  unsaved: boolean
  /** It was deleted from this page, which is about to be left. */
  deleted: boolean
  busy: boolean
  /** The article with nothing unsaved, or null when it could not be saved. */
  save: () => Promise<EditorialArticle | null>
  /** Shows another version of the article, unless there is unsaved text. */
  take: (article: EditorialArticle) => void
}

/** What this person may do beside the text. The API decides again. */
export function rightsOf(actor: Actor, article: EditorialArticle) {
  const { unitPath, createdBy, policy, workState, publicState } = article
  const assigneeId = article.assignee?.id ?? null
  const subject = { unitPath, createdBy, assigneeId }
  const situation = { workState, publicState, policy, isAuthor: isAuthor(actor, subject) }
  return {
    mayEdit: can(actor, 'article.edit', subject),
    mayComment: can(actor, 'article.comment', subject),
    mayModerate: can(actor, 'article.moderate', subject),
    restoreAfter: findMove(situation, 'restore') ? null : firstVerbNeeded(article, 'restore'),
  }
}

/** The names of what an article names by its id. */
export function nameFinder({ units, categories, authors }: ArticleChoices): (id: string) => string | undefined {
  const names = new Map([...units, ...categories, ...authors].map(({ id, name }) => [id, name]))
  return (id) => names.get(id)
}
