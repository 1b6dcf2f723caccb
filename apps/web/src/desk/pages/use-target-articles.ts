import { useInfiniteQuery } from '@tanstack/react-query'
import { redirectTargetsQuery } from '../../features/articles/ask/redirect-targets.api.ts'
import type { SearchSource } from '../../ui/paged-search.tsx'

/** The public articles, the newest first, to lead readers to or to set before others; asked for when they are needed. */
export function useTargetArticles(isNeeded: boolean): SearchSource {
  const query = useInfiniteQuery({ ...redirectTargetsQuery(), enabled: isNeeded })
  return {
    items: query.data?.pages.flatMap((page) => page.items) ?? [],
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    busy: query.isFetchingNextPage,
    error: query.error,
    retry: () => void query.refetch(),
  }
}
