import { Problem } from '@bantin/shared/errors'
import type { RouteOptions } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { fieldProblem } from '../errors.ts'
import { type Access, type AccessTable, isGuarded } from '../lib/access.ts'
import { StartError } from '../lib/start-error.ts'

/**
 * Stops the start when a route of the API lacks a schema or its line in the table of who comes in, or when guard and table disagree.
 * Documents the access and the problem answers of every route. A body that a route has no schema for is refused, not dropped.
 */
export function routeContract(table: AccessTable) {
  return fastifyPlugin(async (app) => {
    const known: { route: RouteOptions; access: Access }[] = []
    app.addHook('onRoute', (route) => {
      if (isOfTheApi(route)) {
        const access = accessOf(route, table)
        route.schema = { ...requireSchemas(route), 'x-access': access }
        known.push({ route, access })
      }
      if (route.schema?.response) route.schema.response = { ...route.schema.response, '4xx': documented, '5xx': documented }
    })
    // Not before: the guard stands on scopes that are opened later.
    app.addHook('onReady', async () => {
      for (const { route, access } of known) requireGuard(route, access)
    })
    app.addHook('preValidation', async ({ body, routeOptions, url }) => {
      const isNowhere = routeOptions.url === undefined
      if (isNowhere || !url.startsWith('/api/') || routeOptions.schema?.body || body === undefined || body === null) return
      throw fieldProblem('invalid_request', { in: 'body', pointer: '', code: 'not_allowed', message: 'There is nothing to say here.' })
    })
  })
}

const documented = { ...Problem, description: 'A problem: /docs/problems explains every code.' }

const withBody = new Set(['POST', 'PUT', 'PATCH'])

/** Preflights are answered by the plugin for them, to everyone. */
function isOfTheApi({ method, url }: RouteOptions): boolean {
  return url.startsWith('/api/') && [method].flat().some((name) => name !== 'OPTIONS')
}

function accessOf({ method, url }: RouteOptions, table: AccessTable): Access {
  // What answers GET answers HEAD.
  const name = `${[method].flat().join()} ${url}`.replace(/^HEAD /, 'GET ').replace(/ \/api\/v1\/?/, ' /')
  const access = Object.hasOwn(table, name) ? table[name as keyof AccessTable] : undefined
  if (!access) throw new StartError(`Route ${method} ${url} has no line in apps/api/src/policy.ts: say there who comes in.`)
  return access
}

function requireGuard({ method, url, schema }: RouteOptions, access: Access): void {
  const isBehindGuard = (schema as { security?: object[] }).security?.some((one) => 'session' in one) ?? false
  if (isBehindGuard === isGuarded(access)) return
  const where = isBehindGuard ? 'stands behind' : 'does not stand behind'
  throw new StartError(`Route ${method} ${url} is for "${access}" in apps/api/src/policy.ts, but ${where} the session guard.`)
}

function requireSchemas({ method, url, schema }: RouteOptions): NonNullable<RouteOptions['schema']> {
  const methods = [method].flat()
  const successes = Object.keys((schema?.response as object | undefined) ?? {}).filter((status) => /^[23]/.test(status))
  const missing = [
    schema?.querystring ? '' : 'query',
    url.includes(':') && !schema?.params ? 'path' : '',
    methods.some((name) => withBody.has(name)) && !schema?.body ? 'body' : '',
    successes.length > 0 ? '' : 'answer',
  ].filter((part) => part !== '')
  if (!schema || missing.length > 0) throw new StartError(`Route ${method} ${url} has no schema for: ${missing.join(', ')}.`)
  return schema
}
