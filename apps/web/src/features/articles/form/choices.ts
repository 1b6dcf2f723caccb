/** Something to choose by its name. */
export interface Named {
  id: string
  name: string
}

/** What the form of an article chooses from; the page brings it together. */
export interface ArticleChoices {
  units: readonly Named[]
  categories: readonly Named[]
  authors: readonly Named[]
  /** What kinds of pieces the agency has, in its order. */
  genres: readonly string[]
  /** Articles that stand beside this one, by title. */
  articles: readonly Named[]
  /** The units this person may write for, in the order of the tree. */
  owners: readonly (Named & { depth: number })[]
}
