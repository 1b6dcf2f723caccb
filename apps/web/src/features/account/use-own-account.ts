import type { Me } from '@bantin/shared/auth'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSession } from '../../lib/use-session.ts'
import { meQuery } from './account.api.ts'

/** The signed-in person as the API has him now; the session is told, and lets go on what waited for a second factor. */
export function useOwnAccount(): UseQueryResult<Me> {
  const session = useSession()
  const query = useQuery(meQuery())
  const { data, isFetchedAfterMount } = query
  useEffect(() => {
    // What is left of an earlier visit may be older than what the session knows.
    if (data && isFetchedAfterMount) session.know(data)
  }, [data, isFetchedAfterMount, session])
  return query
}
