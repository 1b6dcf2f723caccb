import { type Static, Type } from 'typebox'
import { Change } from './changes.ts'
import { line, nullable, Timestamp } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'
import { Cursor, Limit } from './pagination.ts'

/** `waiting` is tried again until it is delivered or 72 hours are over. */
export const deliveryStatuses = ['waiting', 'delivered', 'failed'] as const
export type DeliveryStatus = (typeof deliveryStatuses)[number]

/** Why nothing is sent to an endpoint: it said that it is gone (410), or somebody turned it off. */
export const disabledReasons = ['gone', 'by_hand'] as const
export type DisabledReason = (typeof disabledReasons)[number]

/** `https` on 443 or `http` on 80, to a public address; others only by configuration. */
const EndpointUrl = line(500)

export const WebhookInput = object({ clientId: Id, url: EndpointUrl })
export type WebhookInput = Static<typeof WebhookInput>

/** With `isEnabled: true` it is sent what comes from then on. */
export const WebhookPatch = object({ url: Type.Optional(EndpointUrl), isEnabled: Type.Optional(Type.Boolean()) })
export type WebhookPatch = Static<typeof WebhookPatch>

/** Where a portal is told of changes. */
export const Webhook = object({
  id: Id,
  version: Type.Integer(),
  client: object({ id: Id, name: Type.String() }),
  url: Type.String(),
  createdAt: Timestamp,
  disabledAt: nullable(Timestamp),
  disabledBecause: nullable(Type.Enum(disabledReasons)),
  /** Until when what is sent is signed with the former secret too. */
  formerSecretUntil: nullable(Timestamp),
  waiting: Type.Integer(),
  failed: Type.Integer(),
  lastDeliveredAt: nullable(Timestamp),
  unitPath: Type.Array(Id),
})
export type Webhook = Static<typeof Webhook>

/** The only answers that ever have the secret: `whsec_` and base64, as the Standard Webhooks specification writes it. */
export const WebhookWithSecret = object({ ...Webhook.properties, secret: Type.String() })
export type WebhookWithSecret = Static<typeof WebhookWithSecret>

/** For so many hours what is sent is signed with both secrets. */
export const RotationInput = object({ overlapHours: Type.Optional(Type.Integer({ minimum: 0, maximum: 168, default: 24 })) })
export type RotationInput = Static<typeof RotationInput>

export const DeliveriesQuery = object({
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
  webhookId: Type.Optional(Id),
  status: Type.Optional(Type.Enum(deliveryStatuses)),
})
export type DeliveriesQuery = Static<typeof DeliveriesQuery>

/** One message to one endpoint. */
export const WebhookDelivery = object({
  /** What the receiver sees as `webhook-id`: the same with each try. */
  id: Id,
  webhookId: Id,
  url: Type.String(),
  /** Such as `article.correction`; `ping` is a trial. */
  type: Type.String(),
  /** The entry of the feed, null of a trial. */
  seq: nullable(Type.Integer()),
  article: nullable(object({ id: Id, title: Type.String() })),
  status: Type.Enum(deliveryStatuses),
  attempts: Type.Integer(),
  createdAt: Timestamp,
  nextAttemptAt: nullable(Timestamp),
  finishedAt: nullable(Timestamp),
  /** What the last try came to: a status, or in words what was in the way. */
  lastStatus: nullable(Type.Integer()),
  lastError: nullable(Type.String()),
})
export type WebhookDelivery = Static<typeof WebhookDelivery>

/** What is sent, as the Standard Webhooks specification has it: `<entity>.<reason>` and the entry of the feed, or `ping`. */
export const WebhookMessage = object({
  type: Type.String(),
  timestamp: Timestamp,
  data: Type.Union([Change, object({})]),
})
export type WebhookMessage = Static<typeof WebhookMessage>
