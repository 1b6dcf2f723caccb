import { CodeInput, PasswordConfirmation, RecoveryCodes, SecondFactorOffer, TrustedDevices, TurnOffInput } from '@bantin/shared/auth'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { confirmSecondFactor, offerSecondFactor, renewRecoveryCodes, turnOffSecondFactor } from './second-factor.service.ts'
import { listTrustedDevices, revokeTrustedDevice } from './trusted-devices.service.ts'

const base = { tags: ['auth'], querystring: object({}) }
const done = { 204: Type.Null() }

/** The signed-in person's second factor. Belongs into a scope with the session guard. */
export const secondFactorRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { secrets } = app.config

  const offer = {
    ...base,
    summary: 'A secret for an app that makes codes',
    description: 'Counts once a code of it is confirmed.',
    body: PasswordConfirmation,
    response: { 200: SecondFactorOffer },
  }
  app.post('/totp', { schema: offer }, (request) => offerSecondFactor(app.db, secrets, request.actor, request.body))

  const confirm = {
    ...base,
    summary: 'Turn the second factor on',
    description: 'Ends the other sessions. Only this answer has the recovery codes.',
    body: CodeInput,
    response: { 200: RecoveryCodes },
  }
  app.post('/totp/confirm', { schema: confirm }, ({ actor, session, body }) =>
    confirmSecondFactor(app.db, secrets, actor, session.id, body.code),
  )

  const turnOff = { ...base, summary: 'Turn the second factor off', body: TurnOffInput, response: done }
  app.post('/totp/remove', { schema: turnOff }, async (request, reply) => {
    await turnOffSecondFactor(app.db, secrets, request.actor, request.body)
    return reply.code(204).send(null)
  })

  const renew = { ...base, summary: 'New recovery codes in place of the old ones', body: CodeInput, response: { 200: RecoveryCodes } }
  app.post('/recovery-codes', { schema: renew }, (request) => renewRecoveryCodes(app.db, secrets, request.actor, request.body.code))

  const list = { ...base, summary: 'Devices on which no code is asked for', response: { 200: TrustedDevices } }
  app.get('/trusted-devices', { schema: list }, (request) => listTrustedDevices(app.db, request.actor))

  const revoke = { ...base, summary: 'Ask for a code there again', params: object({ id: Id }), response: done }
  app.delete('/trusted-devices/:id', { schema: revoke }, async (request, reply) => {
    await revokeTrustedDevice(app.db, request.actor, request.params.id)
    return reply.code(204).send(null)
  })
}
