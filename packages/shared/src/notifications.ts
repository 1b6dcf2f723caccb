import { type Static, Type } from 'typebox'
import { nullable, Timestamp } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'
import { Cursor, Limit } from './pagination.ts'

/**
 * What a person is told of. `schedule_failed`: what was due could not be published or withdrawn, and is tried again. `not_received`: a
 * portal has not taken over a correction, or that an article is not there any more.
 */
export const notificationKinds = ['submitted', 'returned', 'approved', 'published', 'held', 'schedule_failed', 'not_received'] as const
export type NotificationKind = (typeof notificationKinds)[number]

/** By mail: never, each by itself at once, or those of a day together at 07:00 of the site. */
export const mailTimes = ['off', 'at_once', 'daily'] as const
export type MailTime = (typeof mailTimes)[number]

export const Notification = object({
  id: Id,
  kind: Type.Enum(notificationKinds),
  at: Timestamp,
  readAt: nullable(Timestamp),
  article: object({ id: Id, title: Type.String() }),
  /** The name of that time; null: the clock. */
  by: nullable(Type.String()),
  note: nullable(Type.String()),
})
export type Notification = Static<typeof Notification>

export const NotificationsQuery = object({
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
  unread: Type.Optional(Type.Boolean({ description: 'only those that are not read' })),
})
export type NotificationsQuery = Static<typeof NotificationsQuery>

/** Counted up to this; more are as many. */
export const maxUnreadCount = 100

export const UnreadCount = object({ count: Type.Integer({ minimum: 0, maximum: maxUnreadCount }) })
export type UnreadCount = Static<typeof UnreadCount>

/**
 * Those with these ids are read from now on, or up to the one that was the newest on the screen; without either all of them, also what
 * nobody has seen. Others' ids change nothing.
 */
export const ReadInput = object({
  ids: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true })),
  until: Type.Optional(Id),
})
export type ReadInput = Static<typeof ReadInput>

const Muted = Type.Array(Type.Enum(notificationKinds), { maxItems: notificationKinds.length, uniqueItems: true })

/** How a person is told. Of the chat's address only the host is ever shown. */
export const NotificationSettings = object({
  mail: Type.Enum(mailTimes),
  muted: Muted,
  chatHost: nullable(Type.String()),
  /** Whether mails leave this server: without SMTP_URL they are put into a folder. */
  canMail: Type.Boolean(),
  version: Type.Integer(),
})
export type NotificationSettings = Static<typeof NotificationSettings>

/** The incoming webhook of a chat (Mattermost, Slack, Rocket.Chat, Google Chat): takes `{ "text": … }`. */
const ChatUrl = Type.String({
  minLength: 10,
  maxLength: 1000,
  pattern: '^https?://[^\\s@]+$',
  description: 'an http(s) address without a user name',
})

export const NotificationSettingsPatch = object({
  mail: Type.Optional(Type.Enum(mailTimes)),
  muted: Type.Optional(Muted),
  chatUrl: Type.Optional(nullable(ChatUrl)),
})
export type NotificationSettingsPatch = Static<typeof NotificationSettingsPatch>
