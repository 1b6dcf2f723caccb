import { type ClientOptions, openAsk } from './ask.ts'
import type { AcknowledgedCursor, Article, ArticleList, ArticleListQuery, Change, Changes, Unit, UnitQuery } from './contract.ts'
import { BantinError } from './errors.ts'
import { type ChangesOptions, followChanges, followPages } from './follow-changes.ts'

export type { ClientOptions } from './ask.ts'
export type * from './contract.ts'
export type { ChangesOptions, CursorStore } from './follow-changes.ts'

/**
 * Reads a portal. Everything is retried where that may help (no connection, 429, 503…), after what `Retry-After` says or with growing
 * pauses, and asked for with the `ETag` of what was answered before. All reject with BantinError where the portal refuses.
 */
export interface BantinClient {
  /** What was published, changed and taken away: put up what says `put`, remove what says `delete`. */
  changes(options?: ChangesOptions): AsyncGenerator<Change, void, void>
  /** The same by pages. */
  pages(options?: ChangesOptions): AsyncGenerator<Changes, void, void>
  /** One page of the list; its `page.next` is the next one's `cursor`. */
  articles(query?: ArticleListQuery): Promise<ArticleList>
  /** By id or slug. Undefined when it is not public, never was or no longer. */
  article(idOrSlug: string): Promise<Article | undefined>
  /** By id or slug, of today or of the day `asOf`. Undefined when there is none. */
  unit(idOrSlug: string, query?: UnitQuery): Promise<Unit | undefined>
  /** Says up to where you have taken over the feed; needs a key. `changes` does it with `acknowledge`. */
  acknowledge(cursor: string): Promise<AcknowledgedCursor>
  /** The last cursor that was acknowledged with this key's portal, for a mirror that has its articles and lost its cursor. */
  acknowledged(): Promise<AcknowledgedCursor>
  /** Anything else below `/api/v1`, such as `/categories`. */
  get<T>(path: string, query?: Record<string, string | number | boolean | undefined>): Promise<T>
}

export function createClient(options: ClientOptions): BantinClient {
  const ask = openAsk(options)
  const hasKey = options.apiKey !== undefined
  const orUndefined = async <T>(path: string, query: UnitQuery = {}): Promise<T | undefined> => {
    try {
      return await ask.get<T>(path, { query })
    } catch (error) {
      if (error instanceof BantinError && [404, 410].includes(error.status)) return undefined
      throw error
    }
  }
  return {
    changes: (given = {}) => followChanges(ask, hasKey, given),
    pages: (given = {}) => followPages(ask, hasKey, given),
    articles: (query = {}) => ask.get('/articles', { query }),
    article: (idOrSlug) => orUndefined(`/articles/${encodeURIComponent(idOrSlug)}`),
    unit: (idOrSlug, query) => orUndefined(`/units/${encodeURIComponent(idOrSlug)}`, query),
    acknowledge: (cursor) => ask.put('/changes/cursor', { cursor }),
    acknowledged: () => ask.get('/changes/cursor'),
    get: (path, query = {}) => ask.get(path, { query }),
  }
}
