import type { FastifyPluginAsync } from 'fastify'
import { alertsRoutes } from './alerts/alerts.routes.ts'
import { homeRoutes } from './home/home.routes.ts'
import { settingsRoutes } from './settings/settings.routes.ts'
import { identityRoutes } from './site/identity.routes.ts'

/** What is set for the whole site: how articles are published, who publishes it, and what stands on its pages. */
export const siteWideRoutes: FastifyPluginAsync = async (editorial) => {
  await editorial.register(settingsRoutes)
  await editorial.register(identityRoutes)
  await editorial.register(homeRoutes)
  await editorial.register(alertsRoutes)
}
