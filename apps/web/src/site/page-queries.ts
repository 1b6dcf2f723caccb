import { articlesQuery, titlesQuery } from '../features/articles/articles.api.ts'

/** What each page asks for. Server and browser must ask the same, or the browser would ask again. */

/** The home page's newest articles: the lead, the top stories and the list beside them. */
export const homeArticles = () => articlesQuery({ limit: 16 })

/** What editors have set before everything else on the home page, in their order. */
export const setArticles = (ids: readonly string[]) => articlesQuery({ ids: ids.join(',') })

/** A category's block on the home page: more than are shown, since some stand above already. */
export const blockArticles = (category: string) => titlesQuery({ category, limit: 8 })

/** What stands beside an article: others of its category, or the newest. One more than is shown, since it may be among them. */
export const relatedArticles = (category: string | undefined) => titlesQuery({ ...(category ? { category } : {}), limit: 6 })

/** Whose articles a list shows, by slug. */
export type ListFilter = { category?: string; tag?: string; unit?: string; person?: string; author?: string }

/** One page of a list. */
export const listArticles = (filter: ListFilter, after: string | undefined) =>
  articlesQuery({ ...filter, limit: 12, ...(after ? { cursor: after } : {}) })
