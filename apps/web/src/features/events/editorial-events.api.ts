import type { EditorialEvent, EditorialEvents } from '@bantin/shared/editorial-events'
import { queryOptions, skipToken } from '@tanstack/react-query'
import type { ApiClient } from '../../lib/api-client.ts'

/** The longest wait that the API takes (`maxWait`), in seconds. Its schema would bring TypeBox along. */
const longestWait = 25

/** Waits until something was done after the cursor. Without one the answer is where to begin, at once. */
export function askEvents(api: ApiClient, after: string | undefined, signal: AbortSignal): Promise<EditorialEvents> {
  const query = after === undefined ? {} : { after, wait: longestWait }
  return api.get<EditorialEvents>('/editorial/events', { query, signal, quiet: true })
}

/** The last event that gave the article another version; put here by whoever hears of it, never asked for. */
export function lastChangeQuery(articleId: string) {
  return queryOptions<EditorialEvent>({ queryKey: ['editorial', 'events', 'last', articleId], queryFn: skipToken })
}
