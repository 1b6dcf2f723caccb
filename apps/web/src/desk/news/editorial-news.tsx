import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { editorialArticlesQuery } from '../../features/articles/editorial.api.ts'
import { useEditorialEvents } from '../../features/events/use-editorial-events.ts'
import { mediaKey } from '../../features/media/media.api.ts'
import { notificationsKey } from '../../features/notifications/notifications.api.ts'
import { applyEvents, touchesLists, touchesMedia, touchesNotifications } from './apply-events.ts'

/** Lists are long, and many are told of one thing: while people write they are asked for at most this often. */
const rest = 5000

/** Keeps what the desk shows in step with what others do. It shows nothing itself. */
export function EditorialNews() {
  const client = useQueryClient()
  const waiting = useRef(new Set<QueryKey>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEditorialEvents((events) => {
    applyEvents(client, events)
    if (touchesLists(events)) waiting.current.add(listsKey)
    if (touchesMedia(events)) waiting.current.add(mediaKey)
    if (touchesNotifications(events)) waiting.current.add(notificationsKey)
    if (waiting.current.size === 0) return
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      for (const queryKey of waiting.current) void client.invalidateQueries({ queryKey })
      waiting.current.clear()
    }, rest)
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  return null
}

/** Every list of articles, whatever its filters. */
const listsKey = editorialArticlesQuery({}).queryKey.slice(0, -1)
