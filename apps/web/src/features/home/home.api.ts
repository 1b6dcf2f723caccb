import type { Home, HomeInput } from '@bantin/shared/home'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { apiOf } from '../../lib/query-client.ts'

const key = ['editorial', 'home'] as const

/** What the home page sets before everything else. */
export function homeQuery() {
  return queryOptions({
    queryKey: key,
    staleTime: 0,
    queryFn: ({ client, signal }) => apiOf(client).get<Home>('/editorial/home', { signal }),
  })
}

/** Arranges it anew, over what was read. Fails with `version_stale` when someone else was faster. */
export function arrangeHomeMutation() {
  return mutationOptions({
    mutationFn: ({ input, version }: { input: HomeInput; version: number }, { client }) =>
      apiOf(client).send<Home>('PUT', '/editorial/home', { body: input, version }),
    onSuccess: (answer, _request, _result, { client }) => {
      client.setQueryData<Home>(key, answer)
      void client.invalidateQueries({ queryKey: ['site'] })
    },
  })
}
