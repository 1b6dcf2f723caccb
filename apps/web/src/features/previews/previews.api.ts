import type { PreviewedArticle } from '@bantin/shared/previews'
import { queryOptions } from '@tanstack/react-query'
import { lookUp } from '../../lib/lookup.ts'
import { apiOf } from '../../lib/query-client.ts'

/** The text that a preview's link shows. */
export function previewQuery(token: string) {
  return queryOptions({
    queryKey: ['previews', token],
    queryFn: ({ client, signal }) => lookUp(apiOf(client).get<PreviewedArticle>(`/previews/${token}`, { signal })),
  })
}
