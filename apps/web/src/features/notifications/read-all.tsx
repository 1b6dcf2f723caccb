import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useNotificationsText } from '../../lib/i18n/desk/use-notifications-text.ts'
import { Button } from '../../ui/button.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import { notificationsQuery, readMutation, unreadCountQuery } from './notifications.api.ts'

interface ReadAllProps {
  /** Whether the list shows only those that are not read. */
  unread: boolean
  saying: Saying
}

/** Marks all as read that the list knows of: what was told since has not been seen. */
export function ReadAll({ unread, saying }: ReadAllProps) {
  const words = useNotificationsText()
  const count = useQuery(unreadCountQuery()).data ?? 0
  const newest = useInfiniteQuery(notificationsQuery(unread)).data?.pages[0]?.data[0]
  const { mutate, isPending } = useMutation(readMutation())
  if (count === 0 || !newest) return null
  const read = (): void => {
    saying.hush()
    mutate({ until: newest.id }, { onSuccess: () => saying.done(words.readDone), onError: () => saying.failed(words.failed) })
  }
  return (
    <Button busy={isPending} onClick={read}>
      {words.readAll}
    </Button>
  )
}
