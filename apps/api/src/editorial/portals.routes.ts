import type { FastifyPluginAsync } from 'fastify'
import { clientsRoutes } from './clients/clients.routes.ts'

/** Portals that pull what is published, and are told of it. */
export const portalsRoutes: FastifyPluginAsync = async (editorial) => {
  await editorial.register(clientsRoutes)
}
