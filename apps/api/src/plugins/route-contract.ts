import { Problem } from '@bantin/shared/errors'
import type { RouteOptions } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { fieldProblem } from '../errors.ts'
import { StartError } from '../lib/start-error.ts'

/**
 * Stops the start when a route of the API lacks a schema, and documents the problem answers of every route. A body that a route has no
 * schema for is refused, not dropped.
 */
export const routeContract = fastifyPlugin(async (app) => {
  app.addHook('onRoute', (route) => {
    const missing = route.url.startsWith('/api/') ? missingSchemas(route) : []
    if (missing.length > 0) throw new StartError(`Route ${route.method} ${route.url} has no schema for: ${missing.join(', ')}.`)
    if (route.schema?.response) route.schema.response = { ...route.schema.response, '4xx': documented, '5xx': documented }
  })
  app.addHook('preValidation', async ({ body, routeOptions, url }) => {
    const isNowhere = routeOptions.url === undefined
    if (isNowhere || !url.startsWith('/api/') || routeOptions.schema?.body || body === undefined || body === null) return
    throw fieldProblem('invalid_request', { in: 'body', pointer: '', code: 'not_allowed', message: 'There is nothing to say here.' })
  })
})

const documented = { ...Problem, description: 'A problem: /docs/problems explains every code.' }

const withBody = new Set(['POST', 'PUT', 'PATCH'])

function missingSchemas({ method, url, schema }: RouteOptions): string[] {
  const methods = [method].flat()
  if (methods.every((name) => name === 'OPTIONS')) return []
  const successes = Object.keys((schema?.response as object | undefined) ?? {}).filter((status) => /^[23]/.test(status))
  return [
    schema?.querystring ? '' : 'query',
    url.includes(':') && !schema?.params ? 'path' : '',
    methods.some((name) => withBody.has(name)) && !schema?.body ? 'body' : '',
    successes.length > 0 ? '' : 'answer',
  ].filter((part) => part !== '')
}
