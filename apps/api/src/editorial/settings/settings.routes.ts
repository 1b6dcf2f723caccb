import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { PolicyInput, PolicyOf, Settings, SettingsPatch } from '@bantin/shared/settings'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { changePolicy, changeSettings, readPolicy, readSettings } from './settings.service.ts'

const base = { tags: ['editorial'], querystring: object({}) }
const description = 'Needs the ETag that was read as `If-Match`.'

/** The publishing policy: of the site, and of the units and categories that are stricter. */
export const settingsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const read = { ...base, summary: 'How many people a publication needs', response: { 200: Settings } }
  app.get('/settings', { schema: read }, async (request, reply) => sendAnswer(reply, await readSettings(app.db, request.actor)))

  const change = { ...base, summary: "Change the site's publishing policy", description, body: SettingsPatch, response: { 200: Settings } }
  app.patch('/settings', { schema: change }, async (request, reply) =>
    sendAnswer(reply, await changeSettings(app.db, callOf(request), request.body)),
  )

  for (const [path, kind] of [
    ['units', 'unit'],
    ['categories', 'category'],
  ] as const) {
    const one = { ...base, params: object({ id: Id }), response: { 200: PolicyOf } }
    app.get(`/settings/${path}/:id`, { schema: { ...one, summary: `The policy of a ${kind}` } }, async (request, reply) =>
      sendAnswer(reply, await readPolicy(app.db, request.actor, kind, request.params.id)),
    )
    const put = { ...one, summary: `Make the policy of a ${kind} stricter, or no longer`, description, body: PolicyInput }
    app.put(`/settings/${path}/:id`, { schema: put }, async (request, reply) =>
      sendAnswer(reply, await changePolicy(app.db, callOf(request), kind, request.params.id, request.body)),
    )
  }
}
