import type {
  DeliveryStatus,
  RotationInput,
  Webhook,
  WebhookDelivery,
  WebhookInput,
  WebhookPatch,
  WebhookWithSecret,
} from '@bantin/shared/webhooks'
import { infiniteQueryOptions, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

const webhooks = ['editorial', 'webhooks'] as const
const deliveries = ['editorial', 'webhook-deliveries'] as const

/** The endpoints of one portal. */
export function webhooksQuery(clientId: string) {
  return queryOptions({
    queryKey: webhooks,
    staleTime: 0,
    queryFn: async ({ client, signal }) => (await apiOf(client).get<PageOf<Webhook>>('/editorial/webhooks', { signal })).data,
    select: (all) => all.filter((one) => one.client.id === clientId),
  })
}

/** What was sent to an endpoint, the newest first, page by page. */
export function deliveriesQuery(webhookId: string, status: DeliveryStatus | undefined) {
  return infiniteQueryOptions({
    queryKey: [...deliveries, webhookId, status],
    staleTime: 0,
    queryFn: ({ client, signal, pageParam }) => {
      const query = { webhookId, status, limit: 20, cursor: pageParam }
      return apiOf(client).get<PageOf<WebhookDelivery>>('/editorial/webhook-deliveries', { query, signal })
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.page.next ?? undefined,
  })
}

/** An endpoint and the version that a change stands on. */
export type HeldWebhook = Pick<Webhook, 'id' | 'version'>

/** Adds an endpoint; the answer alone has its secret, which is kept nowhere but in what shows it. */
export function addWebhookMutation() {
  return mutationOptions({
    mutationFn: (input: WebhookInput, { client }) => apiOf(client).send<WebhookWithSecret>('POST', '/editorial/webhooks', { body: input }),
    gcTime: 0,
    onSettled: settled,
  })
}

export function changeWebhookMutation() {
  return mutationOptions({
    mutationFn: ({ id, version, patch }: HeldWebhook & { patch: WebhookPatch }, { client }) =>
      apiOf(client).send<Webhook>('PATCH', `/editorial/webhooks/${id}`, { body: patch, version }),
    onSettled: settled,
  })
}

/** Makes a new secret, which the answer alone has. */
export function rotateSecretMutation() {
  return mutationOptions({
    mutationFn: ({ id, version, input }: HeldWebhook & { input: RotationInput }, { client }) =>
      apiOf(client).send<WebhookWithSecret>('POST', `/editorial/webhooks/${id}/secret`, { body: input, version }),
    gcTime: 0,
    onSettled: settled,
  })
}

export function removeWebhookMutation() {
  return mutationOptions({
    mutationFn: ({ id, version }: HeldWebhook, { client }) =>
      apiOf(client).send<undefined>('DELETE', `/editorial/webhooks/${id}`, { version }),
    onSettled: settled,
  })
}

export function pingMutation() {
  return mutationOptions({
    mutationFn: ({ id }: Pick<Webhook, 'id'>, { client }) =>
      apiOf(client).send<WebhookDelivery>('POST', `/editorial/webhooks/${id}/ping`, { body: {} }),
    onSettled: settled,
  })
}

/** Sends a message anew. Fails with `conflict` for one that is on its way, or whose endpoint is off. */
export function resendMutation() {
  return mutationOptions({
    mutationFn: ({ id }: Pick<WebhookDelivery, 'id'>, { client }) =>
      apiOf(client).send<WebhookDelivery>('POST', `/editorial/webhook-deliveries/${id}/resend`, { body: {} }),
    onSettled: settled,
  })
}

/** An endpoint and its messages change together, and with either refusal something else stands than what is shown. */
function settled(_answer: unknown, _error: unknown, _request: unknown, _result: unknown, { client }: { client: QueryClient }): void {
  void client.invalidateQueries({ queryKey: webhooks })
  void client.invalidateQueries({ queryKey: deliveries })
}
