import type { EditorialEvent } from '@bantin/shared/editorial-events'
import type { QueryClient } from '@tanstack/react-query'
import { commentsKey } from '../../features/comments/comments.api.ts'
import { lastChangeQuery } from '../../features/events/editorial-events.api.ts'
import { opinionRequestsKey } from '../../features/opinions/opinion-requests.api.ts'
import { previewLinksKey } from '../../features/previews/preview-links.api.ts'
import { revisionsKey } from '../../features/revisions/revisions.api.ts'

type PartKey = (articleId: string) => readonly string[]

/** What an action changes of what the desk shows about an article, by the beginning of its name. */
const changed: Record<string, (event: EditorialEvent) => PartKey[]> = {
  // A comment loses or finds its block again with the text, and giving back says something.
  article: ({ action, fields }) => (action === 'article.edit' && !fields.includes('body') ? [revisionsKey] : [revisionsKey, commentsKey]),
  comment: () => [commentsKey],
  preview: () => [previewLinksKey],
  // Asking keeps a revision for good.
  opinion: () => [opinionRequestsKey, revisionsKey],
}

/** Lets everything be asked anew that the events have changed, except the text under somebody's hands: its page decides about that. */
export function applyEvents(client: QueryClient, events: readonly EditorialEvent[]): void {
  const keys = new Map<string, readonly string[]>()
  for (const event of events) {
    const { articleId } = event
    // Of a file of the media library: no article says more or less for it.
    if (articleId === null) continue
    if (event.version !== null) noteChange(client, articleId, event)
    // Nothing of it is there any more to be asked for.
    if (event.action === 'article.delete') continue
    for (const keyOf of changed[event.action.split('.')[0] ?? '']?.(event) ?? []) {
      const key = keyOf(articleId)
      keys.set(key.join(), key)
    }
  }
  for (const queryKey of keys.values()) void client.invalidateQueries({ queryKey })
}

/** Whether the lists of articles may look different now. */
export function touchesLists(events: readonly EditorialEvent[]): boolean {
  return events.some(({ articleId, version }) => articleId !== null && version !== null)
}

/** Whether something of the media library may look different now. */
export function touchesMedia(events: readonly EditorialEvent[]): boolean {
  return events.some(({ mediaId }) => mediaId !== null)
}

/** Whether somebody may have been told of it. Saving is told to nobody, and happens all the time. */
export function touchesNotifications(events: readonly EditorialEvent[]): boolean {
  return events.some(({ action }) => action.startsWith('article.') && action !== 'article.edit')
}

/** Pages hear of one event more than once, and not always in order. */
function noteChange(client: QueryClient, articleId: string, event: EditorialEvent): void {
  const { queryKey } = lastChangeQuery(articleId)
  const known = client.getQueryData(queryKey)?.version ?? 0
  if ((event.version ?? 0) > known) client.setQueryData(queryKey, event)
}
