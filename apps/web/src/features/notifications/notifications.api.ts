import type { Notification, NotificationSettings, NotificationSettingsPatch, ReadInput, UnreadCount } from '@bantin/shared/notifications'
import { infiniteQueryOptions, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { ApiError } from '../../lib/api-error.ts'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

/** What a person was told: what is asked anew when something happened to articles. */
export const notificationsKey = ['editorial', 'notifications', 'told'] as const
const settingsKey = ['editorial', 'notifications', 'settings'] as const

/** What the signed-in person was told, newest first, page by page. */
export function notificationsQuery(unread: boolean) {
  return infiniteQueryOptions({
    queryKey: [...notificationsKey, 'list', { unread }],
    queryFn: ({ client, signal, pageParam }) =>
      apiOf(client).get<PageOf<Notification>>('/editorial/notifications', {
        query: { unread: unread || undefined, limit: 40, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.page.next ?? undefined,
  })
}

/** How many of them are not read, up to a hundred. Asked by the page itself: nobody is asked to sign in again for it. */
export function unreadCountQuery() {
  return queryOptions({
    queryKey: [...notificationsKey, 'unread'],
    queryFn: async ({ client, signal }) =>
      (await apiOf(client).get<UnreadCount>('/editorial/notifications/unread', { signal, quiet: true })).count,
  })
}

/** Marks some as read, or all. */
export function readMutation() {
  return mutationOptions({
    // The page may be left by the same press.
    mutationFn: (input: ReadInput, { client }) =>
      apiOf(client).send<undefined>('POST', '/editorial/notifications/read', { body: input, keepalive: true }),
    onSuccess: (_answer, _request, _result, { client }) => client.invalidateQueries({ queryKey: notificationsKey }),
  })
}

/** How the signed-in person is told. */
export function notificationSettingsQuery() {
  return queryOptions({
    queryKey: settingsKey,
    queryFn: ({ client, signal }) => apiOf(client).get<NotificationSettings>('/editorial/notifications/settings', { signal }),
  })
}

/** Changes how one is told, as it was read. Fails with `version_stale` when it was changed elsewhere: by then it is read anew. */
export function saveNotificationSettingsMutation() {
  return mutationOptions({
    mutationFn: ({ patch, version }: { patch: NotificationSettingsPatch; version: number }, { client }) =>
      apiOf(client).send<NotificationSettings>('PATCH', '/editorial/notifications/settings', { body: patch, version }),
    onSuccess: keepSettings,
    onError: async (error, _request, _result, { client }) => {
      if (error instanceof ApiError && error.code === 'version_stale') await client.invalidateQueries({ queryKey: settingsKey })
    },
  })
}

/** Sends a trial mail and a trial message to where this person is told. */
export function trialMutation() {
  return mutationOptions({
    mutationFn: (_nothing: undefined, { client }) => apiOf(client).send<undefined>('POST', '/editorial/notifications/test', { body: {} }),
  })
}

function keepSettings(answer: NotificationSettings, _request: unknown, _result: unknown, { client }: { client: QueryClient }): void {
  client.setQueryData(settingsKey, answer)
}
