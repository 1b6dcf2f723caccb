import type { MediaItem } from '@bantin/shared/media'
import type { ApiClient } from '../../lib/api-client.ts'
import type { PageOf } from '../../lib/page-of.ts'

interface Batch {
  ids: Set<string>
  items: Promise<Map<string, MediaItem>>
}

/** As many as one request may name. */
const most = 100

const waiting = new WeakMap<ApiClient, Batch>()

/** One file, null when there is none. All that are asked for in the same moment are one request: a gallery has sixty. */
export async function readItem(api: ApiClient, id: string): Promise<MediaItem | null> {
  const batch = waiting.get(api) ?? begin(api)
  batch.ids.add(id)
  if (batch.ids.size === most) waiting.delete(api)
  return (await batch.items).get(id) ?? null
}

function begin(api: ApiClient): Batch {
  const ids = new Set<string>()
  const batch: Batch = { ids, items: moment().then(() => send(api, batch)) }
  waiting.set(api, batch)
  return batch
}

async function send(api: ApiClient, batch: Batch): Promise<Map<string, MediaItem>> {
  if (waiting.get(api) === batch) waiting.delete(api)
  const { data } = await api.get<PageOf<MediaItem>>('/editorial/media', { query: { ids: [...batch.ids].join(',') } })
  return new Map(data.map((item) => [item.id, item]))
}

function moment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
