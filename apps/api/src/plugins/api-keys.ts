import type { ClientScope } from '@bantin/shared/clients'
import type { FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { ProblemError } from '../errors.ts'
import { type ApiClient, sentKey } from '../lib/api-key.ts'

interface Keys {
  find(key: string): Promise<ApiClient | undefined>
  count(keyId: string, isRefused: boolean): void
}

/**
 * Reads `Authorization: Bearer btk_…` on routes that are open to all, and on those for keys (`config: { key }` says with which scope), and
 * counts how the key was answered. Whoever sends a key that is none is told so, rather than served as somebody without one. Registered
 * first: also what is answered from memory asks for it.
 */
export function apiKeys({ find, count }: Keys) {
  return fastifyPlugin(async (app) => {
    app.decorateRequest('client', null)
    app.decorate('opensStill', async ({ headers }) => {
      const key = sentKey(headers)
      return key !== undefined && (await find(key)) !== undefined
    })
    app.addHook('onRoute', (route) => {
      if (route.config?.key && route.schema) route.schema.security = [{ key: [] }]
    })
    async function identify(request: FastifyRequest, key: string | undefined, scope: ClientScope | undefined): Promise<void> {
      const client = key === undefined ? undefined : await find(key)
      if (!client) throw new ProblemError('key_needed')
      request.client = client
      if (scope && !client.scopes.includes(scope)) throw new ProblemError('forbidden', { detail: `The key is not for "${scope}".` })
    }
    // With callbacks: nearly all come without a key, and need not wait for a promise.
    app.addHook('onRequest', (request, _reply, done) => {
      const { key: scope, isOpenData } = request.routeOptions.config
      const key = scope || isOpenData ? sentKey(request.headers) : undefined
      if (key === undefined && !scope) return done()
      identify(request, key, scope).then(() => done(), done)
    })
    app.addHook('onResponse', ({ client }, { statusCode }, done) => {
      if (client) count(client.keyId, statusCode === 403 || statusCode === 429)
      done()
    })
  })
}
