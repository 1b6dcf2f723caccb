import type { MediaItem, MediaListQuery, MediaPatch, MediaUses } from '@bantin/shared/media'
import { infiniteQueryOptions, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { UploadOptions } from '../../lib/api-client.ts'
import { isPassing } from '../../lib/api-error.ts'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'
import { readItem } from './read-item.ts'

export type MediaFilters = Omit<MediaListQuery, 'limit' | 'cursor' | 'ids'>

/** Everything that is known of the library. */
export const mediaKey = ['editorial', 'media'] as const
const lists = [...mediaKey, 'list'] as const

/** While the renderings of a picture are being made it is looked after at this pace, in milliseconds. */
const renderingPace = 3000

/** A file that could not be read for a while is asked for again at this pace: its place in a text waits for it. */
const passingPace = 10_000

/** The files of the library, newest first, page by page. */
export function mediaQuery(filters: MediaFilters) {
  return infiniteQueryOptions({
    queryKey: [...lists, filters],
    queryFn: ({ client, signal, pageParam }) =>
      apiOf(client).get<PageOf<MediaItem>>('/editorial/media', { query: { ...filters, limit: 40, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.page.next ?? undefined,
  })
}

/** One file as it is now, null when there is none; asked for together with all others that are shown at the same moment. */
export function mediaItemQuery(id: string) {
  return queryOptions({
    queryKey: [...mediaKey, 'one', id],
    queryFn: ({ client }) => readItem(apiOf(client), id),
    refetchInterval: ({ state: { data, error } }) => {
      if (data?.rendering === 'waiting') return renderingPace
      return data === undefined && isPassing(error) ? passingPace : false
    },
  })
}

/** The articles that show a file. */
export function mediaUsesQuery(id: string) {
  return queryOptions({
    queryKey: [...mediaKey, 'uses', id],
    staleTime: 0,
    queryFn: ({ client, signal }) => apiOf(client).get<MediaUses>(`/editorial/media/${id}/uses`, { signal }),
  })
}

/** A file and the version that a change stands on. */
export type HeldMedia = Pick<MediaItem, 'id' | 'version'>

/** Changes what is said of a file, or which part of it is shown. Fails with `version_stale`. */
export function saveMediaMutation() {
  return mutationOptions({
    mutationFn: ({ id, version, patch }: HeldMedia & { patch: MediaPatch }, { client }) =>
      apiOf(client).send<MediaItem>('PATCH', `/editorial/media/${id}`, { body: patch, version }),
    onSuccess: (answer, _request, _result, { client }) => keepItem(client, answer),
  })
}

/** Deletes a file. Fails with `media_in_use` while an article shows it, `version_stale`. */
export function deleteMediaMutation() {
  return mutationOptions({
    mutationFn: ({ id, version }: HeldMedia, { client }) => apiOf(client).send<undefined>('DELETE', `/editorial/media/${id}`, { version }),
    onSuccess: (_answer, { id }, _result, { client }) => {
      client.setQueryData(mediaItemQuery(id).queryKey, null)
      void client.invalidateQueries({ queryKey: lists })
    },
  })
}

/** Brings one file into the library, or answers the one that has its bytes already. Fails with the `file_…` codes. */
export async function uploadFile(client: QueryClient, file: File, options: UploadOptions): Promise<MediaItem> {
  const item = await apiOf(client).upload<MediaItem>('/editorial/media', file, options)
  keepItem(client, item)
  return item
}

function keepItem(client: QueryClient, item: MediaItem): void {
  client.setQueryData(mediaItemQuery(item.id).queryKey, item)
  void client.invalidateQueries({ queryKey: lists })
}
