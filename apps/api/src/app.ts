import cookie from '@fastify/cookie'
import cors from '@fastify/cors'
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify'
import { accountRoutes } from './accounts/auth/account.routes.ts'
import { authRoutes } from './accounts/auth/auth.routes.ts'
import { handOverRoutes } from './accounts/hand-over/hand-over.routes.ts'
import { passwordLinksRoutes } from './accounts/password-links/password-links.routes.ts'
import { secondFactorRoutes } from './accounts/second-factor/second-factor.routes.ts'
import { sessionsRoutes } from './accounts/sessions/sessions.routes.ts'
import { readSession } from './accounts/sessions/sessions.service.ts'
import { setupRoutes } from './accounts/setup/setup.routes.ts'
import { userAccessRoutes } from './accounts/users/user-access.routes.ts'
import { usersRoutes } from './accounts/users/users.routes.ts'
import type { MediaStore } from './adapters/media-store.ts'
import { analyticsRoutes } from './analytics/analytics.routes.ts'
import { createSearchCounts } from './analytics/searches/search-counts.service.ts'
import type { Config } from './config.ts'
import type { Database } from './db/client.ts'
import { jobReadings } from './db/job-readings.service.ts'
import { noteReads, readGeneration } from './db/noted-reads.service.ts'
import { deliveryRoutes } from './delivery/delivery.routes.ts'
import { healthRoutes } from './delivery/health/health.routes.ts'
import { mediaRoutes } from './delivery/media/media.routes.ts'
import { rootRoutes } from './delivery/root.routes.ts'
import { abbreviationsRoutes } from './editorial/abbreviations/abbreviations.routes.ts'
import { analyticsPanelsRoutes } from './editorial/analytics/analytics-panels.routes.ts'
import { reportsRoutes } from './editorial/analytics/report/reports.routes.ts'
import { articleWorkRoutes } from './editorial/article-work.routes.ts'
import { auditRoutes } from './editorial/audit/audit.routes.ts'
import { createClientKeys } from './editorial/clients/client-keys.service.ts'
import { portalCursorRoutes } from './editorial/clients/portal-cursor.routes.ts'
import { fileConversionsRoutes } from './editorial/conversions/conversions.routes.ts'
import { eventsRoutes } from './editorial/events/events.routes.ts'
import { addMedia, requireUploadUnit } from './editorial/media/add-media.service.ts'
import { findAnyFile } from './editorial/media/any-file.service.ts'
import { editorialMediaRoutes } from './editorial/media/media.routes.ts'
import { uploadRoutes } from './editorial/media/upload.routes.ts'
import { missingPathsRoutes } from './editorial/missing-paths/missing-paths.routes.ts'
import { notificationsRoutes } from './editorial/notifications/notifications.routes.ts'
import { opinionLinkRoutes } from './editorial/opinions/opinion-link.routes.ts'
import { organizationRoutes } from './editorial/organization.routes.ts'
import { portalsRoutes } from './editorial/portals.routes.ts'
import { previewLinkRoutes } from './editorial/previews/preview-link.routes.ts'
import { redirectsRoutes } from './editorial/redirects/redirects.routes.ts'
import { searchesRoutes } from './editorial/searches/searches.routes.ts'
import { siteWideRoutes } from './editorial/site-wide.routes.ts'
import { fileTablesRoutes } from './editorial/tables/tables.routes.ts'
import { createCursors } from './lib/cursor.ts'
import { createMediaAddresses } from './lib/media-address.ts'
import { createAddressCounts } from './pages/address-counts.service.ts'
import { pagesRoutes } from './pages/pages.routes.ts'
import { portalGuideRoutes } from './pages/portal-guide/portal-guide.routes.ts'
import { problemsRoutes } from './pages/problems.routes.ts'
import type { WebBuild } from './pages/web-build.ts'
import { accessTokens } from './plugins/access-tokens.ts'
import { apiKeys } from './plugins/api-keys.ts'
import { cachedAnswers } from './plugins/cached-answers.ts'
import { callerAddress } from './plugins/caller-address.ts'
import { cleanTextAtTheDoor } from './plugins/clean-text.ts'
import { createServer } from './plugins/create-server.ts'
import { deadlines } from './plugins/deadlines.ts'
import { metrics } from './plugins/metrics.ts'
import { openapi } from './plugins/openapi.ts'
import { pressure } from './plugins/pressure.ts'
import { problems } from './plugins/problems.ts'
import { readLimits } from './plugins/read-limits.ts'
import { refuseCrossSite } from './plugins/refuse-cross-site.ts'
import { routeContract } from './plugins/route-contract.ts'
import { securityHeaders } from './plugins/security-headers.ts'
import { serialization } from './plugins/serialization.ts'
import { sessionGuard } from './plugins/session-guard.ts'
import { slowRequests } from './plugins/slow-requests.ts'
import { takeFirst } from './plugins/take-first.ts'
import { uploads } from './plugins/uploads.ts'
import { validation } from './plugins/validation.ts'
import { writtenMinutely } from './plugins/written-minutely.ts'
import { policy } from './policy.ts'
import { overdueReadings } from './publication/overdue.service.ts'

export interface AppParts {
  config: Config
  database: Database
  mediaStore: MediaStore
  /** In which country an address is. Without it no country is known. */
  countryOf?: (address: string) => string | null
  /** The built web. Without it the app serves the API alone. */
  web?: WebBuild
  logger?: FastifyServerOptions['logger']
  /** Called on the bare server before anything is registered: tests hang their checks on it. */
  prepare?: (app: FastifyInstance) => void
  /** How long a handler may take, in milliseconds, where that is not the usual eight seconds. */
  longestHandler?: number | undefined
}

/** The whole application, ready to be started or injected into. Builds only: nothing listens, nothing runs. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const app = createServer(parts)
  parts.prepare?.(app)
  decorate(app, parts)

  await app.register(deadlines(parts.longestHandler))
  const { db, delivery, signals } = parts.database
  const keys = createClientKeys(db, signals)
  await app.register(apiKeys(keys))
  await app.register(writtenMinutely('requests with keys', keys))
  await app.register(cachedAnswers({ newReads: () => noteReads(delivery), readGeneration: () => readGeneration(delivery) }))
  await app.register(callerAddress)
  await app.register(pressure)
  await app.register(readLimits)
  await app.register(slowRequests())
  await app.register(problems)
  await app.register(validation)
  await app.register(serialization)
  await app.register(routeContract(policy))
  await app.register(securityHeaders)
  await app.register(cleanTextAtTheDoor)
  await app.register(takeFirst)
  await app.register(openapi)
  await app.register(accessTokens)
  const guard = sessionGuard((claims) => readSession(app.db, claims))

  await app.register(healthRoutes)
  await app.register(metrics([...overdueReadings(parts.database.background), ...jobReadings(parts.database.background)]))
  await app.register(mediaRoutes((id) => findAnyFile(app.db, id)))
  await app.register(rootRoutes)
  const { searches, addresses } = await countReaders(app)
  await app.register(deliveryRoutes(searches.countingOf), { prefix: '/api/v1' })
  await app.register(portalCursorRoutes, { prefix: '/api/v1' })
  await app.register(analyticsRoutes({ hits: parts.database.hits, countryOf: parts.countryOf ?? (() => null) }), { prefix: '/api/v1' })
  await app.register(withCookie, { prefix: '/api/v1/auth' })
  await app.register(ofOneself(guard({ asksSecondFactor: false })), { prefix: '/api/v1/auth' })
  await app.register(forEditors(guard({ asksSecondFactor: true })), { prefix: '/api/v1/editorial' })
  await app.register(byLink(previewLinkRoutes), { prefix: '/api/v1/previews' })
  await app.register(byLink(opinionLinkRoutes), { prefix: '/api/v1/opinions' })
  await app.register(problemsRoutes)
  await app.register(portalGuideRoutes)
  if (parts.web) await app.register(pagesRoutes(parts.web, addresses))
  return app
}

/** What handlers reach for. */
function decorate(app: FastifyInstance, { config, database, mediaStore }: AppParts): void {
  app.decorate('config', config)
  app.decorate('db', database.db)
  app.decorate('delivery', database.delivery)
  app.decorate('signals', database.signals)
  app.decorate('mediaStore', mediaStore)
  app.decorate('mediaAddresses', createMediaAddresses(config.secrets))
  app.decorate('cursors', createCursors(config.secrets))
}

/** What readers search for, and what they ask for in vain. */
async function countReaders(app: FastifyInstance) {
  const [searches, addresses] = [createSearchCounts(app.db), createAddressCounts(app.db)]
  await app.register(writtenMinutely('what is searched for', searches))
  await app.register(writtenMinutely('the addresses asked for', addresses))
  return { searches, addresses }
}

/** Where the refresh cookie is the credential, or what somebody types who is not signed in. */
async function withCookie(auth: FastifyInstance): Promise<void> {
  await auth.register(cors, ownOriginOnly)
  await auth.register(refuseCrossSite)
  await auth.register(cookie)
  auth.addHook('onSend', keptNowhere)
  await auth.register(authRoutes)
  await auth.register(passwordLinksRoutes)
  await auth.register(setupRoutes)
}

/** The signed-in person's own account. Cookies are only set here: what is asked for without a token is refused, whatever they say. */
function ofOneself(signedIn: FastifyPluginAsync): FastifyPluginAsync {
  return async (own) => {
    await own.register(signedIn)
    await own.register(cookie)
    own.addHook('onSend', keptNowhere)
    await own.register(accountRoutes)
    await own.register(sessionsRoutes)
    await own.register(secondFactorRoutes)
  }
}

/** The desk's side: no route in it answers without a live session. */
function forEditors(signedIn: FastifyPluginAsync): FastifyPluginAsync {
  return async (editorial) => {
    await editorial.register(cors, ownOriginOnly)
    await editorial.register(signedIn)
    editorial.addHook('onSend', forThisReaderOnly)
    editorial.addHook('onSend', shownAtOnce)
    await editorial.register(articleWorkRoutes)
    await editorial.register(editorialMediaRoutes)
    await editorial.register(takingFiles)
    await editorial.register(siteWideRoutes)
    await editorial.register(redirectsRoutes)
    await editorial.register(missingPathsRoutes)
    await editorial.register(searchesRoutes)
    await editorial.register(analyticsPanelsRoutes)
    await editorial.register(reportsRoutes)
    await editorial.register(abbreviationsRoutes)
    await editorial.register(organizationRoutes)
    await editorial.register(portalsRoutes)
    await editorial.register(eventsRoutes)
    await editorial.register(notificationsRoutes)
    await editorial.register(auditRoutes)
    await editorial.register(usersRoutes)
    await editorial.register(userAccessRoutes)
    await editorial.register(handOverRoutes)
  }
}

/** Routes whose body is files; no other route reads them. */
async function takingFiles(editorial: FastifyInstance): Promise<void> {
  await editorial.register(uploads)
  await editorial.register(uploadRoutes)
  await editorial.register(fileConversionsRoutes({ addMedia, requireUploadUnit }))
  await editorial.register(fileTablesRoutes)
}

/** Where the token in the address is the credential: the answers are kept nowhere, found by no search, and name the address to nobody. */
function byLink(routes: FastifyPluginAsync): FastifyPluginAsync {
  return async (link) => {
    await link.register(cors, ownOriginOnly)
    link.addHook('onSend', async (_request, reply) => {
      reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' })
    })
    await link.register(routes)
  }
}

/** What opens sessions stays out of every cache, that of the browser too. */
async function keptNowhere(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('cache-control', 'no-store')
}

/** Drafts stay out of every cache on the way. */
async function forThisReaderOnly(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('cache-control', 'private, no-store')
}

/** Whoever has changed something and then looks at the site sees it there. */
async function shownAtOnce({ method, server }: FastifyRequest, { statusCode }: FastifyReply): Promise<void> {
  if (method === 'GET' || method === 'HEAD' || statusCode >= 300) return
  // What was done is done; the database tells of it anyway.
  await server.catchUp().catch(() => undefined)
}

// Else the preflight answers of delivery, which is open to all, would stand for these too.
const ownOriginOnly = { origin: false }
