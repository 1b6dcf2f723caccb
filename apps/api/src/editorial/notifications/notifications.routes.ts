import {
  Notification,
  NotificationSettings,
  NotificationSettingsPatch,
  NotificationsQuery,
  ReadInput,
  UnreadCount,
} from '@bantin/shared/notifications'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { fewTimes } from '../../lib/few-times.ts'
import { countUnread, listNotifications, markRead } from './notifications.service.ts'
import { changeSettings, readSettings, tryTelling } from './told.service.ts'

const tags = ['editorial']
const plain = { tags, querystring: object({}) }

/** What the signed-in person is told, and how. Nobody else's is ever shown. */
export const notificationsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const countTrial = fewTimes({ most: 5, within: 3_600_000 })

  const list = { tags, summary: 'What you were told, newest first', querystring: NotificationsQuery, response: { 200: page(Notification) } }
  app.get('/notifications', { schema: list }, (request) => listNotifications(app.db, request.actor, request.query, app.cursors))

  const unread = { ...plain, summary: 'How much of it you have not read', response: { 200: UnreadCount } }
  app.get('/notifications/unread', { schema: unread }, (request) => countUnread(app.db, request.actor))

  const read = { ...plain, summary: 'Mark some of it as read, or all', body: ReadInput, response: { 204: Type.Null() } }
  app.post('/notifications/read', { schema: read }, async (request, reply) => {
    await markRead(app.db, request.actor, request.body)
    return reply.code(204).send(null)
  })

  const settings = { ...plain, response: { 200: NotificationSettings } }
  app.get('/notifications/settings', { schema: { ...settings, summary: 'How you are told' } }, async (request, reply) =>
    sendAnswer(reply, await readSettings(app.db, app.config, request.actor)),
  )
  const change = {
    ...settings,
    summary: 'Change how you are told',
    description: 'Needs the ETag that was read as `If-Match`. The address of a chat is never shown again.',
    body: NotificationSettingsPatch,
  }
  app.patch('/notifications/settings', { schema: change }, async (request, reply) =>
    sendAnswer(reply, await changeSettings(app.db, app.config, callOf(request), request.body)),
  )

  const trial = { ...plain, summary: 'Send a trial to your mailbox and your chat', body: object({}), response: { 204: Type.Null() } }
  app.post('/notifications/test', { schema: trial }, async (request, reply) => {
    await tryTelling(app.db, request.actor, countTrial)
    return reply.code(204).send(null)
  })
}
