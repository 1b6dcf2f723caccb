import type {
  ArticleReceipt,
  AssignInput,
  HoldInput,
  NoteInput,
  PublishInput,
  RedactInput,
  RedirectInput,
  RemoveInput,
  ReturnInput,
  ScheduleInput,
  WithdrawInput,
} from '@bantin/shared/article-verbs'
import type { EditorialArticle, EditorialOutcome, Person } from '@bantin/shared/editorial-articles'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { apiOf } from '../../../lib/query-client.ts'
import { type Held, refreshLists } from '../editorial.api.ts'

type Nothing = Record<string, never>

/** What each verb is sent with. */
export interface VerbInputs {
  submit: NoteInput
  recall: Nothing
  return: ReturnInput
  approve: NoteInput
  publish: PublishInput
  schedule: ScheduleInput
  unschedule: Nothing
  hold: HoldInput
  putBack: Nothing
  withdraw: WithdrawInput
  redirect: RedirectInput
  remove: RemoveInput
  redact: RedactInput
  assign: AssignInput
}

export type SentVerb = keyof VerbInputs
export type VerbRequest = { [V in SentVerb]: { article: Held; verb: V; input: VerbInputs[V] } }[SentVerb]

/** A move of the article's life. Fails with `version_stale` when someone else was faster. */
export function verbMutation() {
  return mutationOptions({
    mutationFn: async ({ article, verb, input }: VerbRequest, { client }): Promise<EditorialOutcome> => {
      const path = `/editorial/articles/${article.id}/${verb === 'putBack' ? 'put-back' : verb}`
      const answer = await apiOf(client).send<EditorialArticle & Partial<EditorialOutcome>>('POST', path, {
        body: input,
        version: article.version,
      })
      return { ...answer, receipt: answer.receipt ?? null }
    },
    onSuccess: refreshLists,
  })
}

/** Begins a draft with the same content and answers it. */
export function duplicateMutation() {
  return mutationOptions({
    mutationFn: ({ id }: Held, { client }) =>
      apiOf(client).send<EditorialArticle>('POST', `/editorial/articles/${id}/duplicate`, { body: {} }),
    onSuccess: refreshLists,
  })
}

/** Deletes a draft that was never public. */
export function deleteMutation() {
  return mutationOptions({
    mutationFn: ({ id, version }: Held, { client }) => apiOf(client).send<void>('DELETE', `/editorial/articles/${id}`, { version }),
    onSuccess: refreshLists,
  })
}

/** Often while portals usually answer, and seldom for those that are away, in milliseconds. */
const [soon, seldom, patience] = [15_000, 120_000, 5 * 60_000]

/** Which portals have the newest entry about the article: asked again while the page is in sight, until all of them have. */
export function articleReceiptQuery(id: string, seq: number) {
  return queryOptions({
    queryKey: ['editorial', 'articles', 'receipt', id, seq],
    staleTime: 0,
    queryFn: ({ client, signal }) => apiOf(client).get<ArticleReceipt>(`/editorial/articles/${id}/receipt`, { signal }),
    refetchInterval: ({ state: { data } }) => {
      if (data?.portals.every(({ hasReceived }) => hasReceived)) return false
      return data?.entry && Date.now() - Date.parse(data.entry.at) > patience ? seldom : soon
    },
  })
}

/** Who can be asked to work on the article. */
export function assigneesQuery(id: string) {
  return queryOptions({
    queryKey: ['editorial', 'articles', 'assignees', id],
    queryFn: async ({ client, signal }) =>
      (await apiOf(client).get<{ data: Person[] }>(`/editorial/articles/${id}/assignees`, { signal })).data,
  })
}
