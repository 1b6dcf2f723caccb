import { useInfiniteQuery } from '@tanstack/react-query'
import { redirectTargetsQuery } from '../../features/articles/ask/redirect-targets.api.ts'
import type { TargetArticles } from '../../features/redirects/target-article.tsx'

/** The public articles that readers can be led to, the newest first; asked for when they are needed. */
export function useTargetArticles(isNeeded: boolean): TargetArticles {
  const query = useInfiniteQuery({ ...redirectTargetsQuery(), enabled: isNeeded })
  return {
    items: query.data?.pages.flatMap((page) => page.items) ?? [],
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    busy: query.isFetchingNextPage,
    error: query.error,
    retry: () => void query.refetch(),
  }
}
