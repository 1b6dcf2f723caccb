import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SearchSource } from '../../ui/paged-search.tsx'
import { publicArticlesQuery } from './public-articles.api.ts'

/** The public articles to choose one of, found by the API while it is typed, the newest first; asked for when they are needed. */
export function usePublicArticles(isNeeded = true): SearchSource {
  const [asked, setAsked] = useState('')
  const query = useInfiniteQuery({ ...publicArticlesQuery(asked), enabled: isNeeded, placeholderData: keepPreviousData })
  const isAnswered = query.data !== undefined && !query.isPlaceholderData
  return {
    items: query.data?.pages.flatMap((page) => page.items) ?? [],
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    busy: query.isFetchingNextPage,
    error: query.error,
    retry: () => void query.refetch(),
    search: { ask: setAsked, answered: isAnswered ? asked : undefined },
  }
}
