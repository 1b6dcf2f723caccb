import type { AskedOpinion, OpinionInput } from '@bantin/shared/opinions'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { ApiError } from '../../lib/api-error.ts'
import { type Lookup, lookUp } from '../../lib/lookup.ts'
import { apiOf } from '../../lib/query-client.ts'

/** The text that somebody is asked about, and the answer. Never asked again by itself: it would take the form from under a writer's hands. */
export function opinionQuery(token: string) {
  return queryOptions({
    queryKey: ['opinions', token],
    queryFn: ({ client, signal }) => lookUp(apiOf(client).get<AskedOpinion>(`/opinions/${token}`, { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Sends the one answer. Whatever stands from then on, this answer or one from elsewhere, is put into the cache. */
export function answerOpinionMutation(token: string) {
  const { queryKey } = opinionQuery(token)
  return mutationOptions({
    mutationFn: (input: OpinionInput, { client }) => apiOf(client).send<AskedOpinion>('POST', `/opinions/${token}`, { body: input }),
    onSuccess: (answered, _input, _result, { client }) => {
      const lookup: Lookup<AskedOpinion> = { found: answered }
      client.setQueryData(queryKey, lookup)
    },
    onError: async (error, _input, _result, { client }) => {
      if (error instanceof ApiError && error.code === 'conflict') await client.refetchQueries({ queryKey })
    },
  })
}
