import type { EditorialArticle } from '@bantin/shared/editorial-articles'

/** What the verbs need of the form, and whom they tell. */
export interface VerbParts {
  /** The article with nothing unsaved and nothing in it that was not seen, or null when it could not be saved so. */
  save: () => Promise<EditorialArticle | null>
  /** Resolves when no save is under way, which gives the article another version. */
  settled: () => Promise<void>
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
