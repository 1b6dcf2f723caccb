import type { EditorialArticle } from '@bantin/shared/editorial-articles'

/** What the verbs need of the form, and whom they tell. */
export interface VerbParts {
  /** The article with nothing unsaved, or null when it could not be saved. */
  save: () => Promise<EditorialArticle | null>
  current: () => EditorialArticle | null
  /** Whether there is unsaved text, which then stays as it is. */
  unsaved: () => boolean
  /** The article's states changed. */
  onMoved: (article: EditorialArticle) => void
  /** Someone else changed the article, perhaps its text: this is how it stands now. */
  onRead: (article: EditorialArticle) => void
  onDuplicated: (article: EditorialArticle) => void
  onDeleted: () => void
}
