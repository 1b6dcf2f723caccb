import type { FastifyPluginAsync } from 'fastify'
import { clientsRoutes } from './clients/clients.routes.ts'
import { deliveriesRoutes } from './webhooks/deliveries.routes.ts'
import { webhooksRoutes } from './webhooks/webhooks.routes.ts'

/** Portals that pull what is published, and are told of it. */
export const portalsRoutes: FastifyPluginAsync = async (editorial) => {
  await editorial.register(clientsRoutes)
  await editorial.register(webhooksRoutes)
  await editorial.register(deliveriesRoutes)
}
