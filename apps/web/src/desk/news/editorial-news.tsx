import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { editorialArticlesQuery } from '../../features/articles/editorial.api.ts'
import { useEditorialEvents } from '../../features/events/use-editorial-events.ts'
import { applyEvents, touchesLists } from './apply-events.ts'

/** Lists are long: while people write they are asked for at most this often. */
const listRest = 5000

/** Keeps what the desk shows in step with what others do. It shows nothing itself. */
export function EditorialNews() {
  const client = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEditorialEvents((events) => {
    applyEvents(client, events)
    if (!touchesLists(events)) return
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      void client.invalidateQueries({ queryKey: listsKey })
    }, listRest)
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  return null
}

/** Every list of articles, whatever its filters. */
const listsKey = editorialArticlesQuery({}).queryKey.slice(0, -1)
