import files from '@fastify/static'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { compress, encodingFor } from '../lib/compress.ts'
import { loggableError } from '../lib/loggable-error.ts'
import { isForMachines } from '../lib/own-addresses.ts'
import { withoutHost } from '../lib/readable-address.ts'
import type { AddressCounts } from './address-counts.service.ts'
import { inProcessFetch } from './in-process-fetch.ts'
import { leadOn } from './old-addresses.ts'
import { deskPolicy, sitePageHeaders } from './page-headers.ts'
import { pageKey, pageReads } from './page-key.ts'
import type { WebBuild } from './web-build.ts'

/** The site's pages as HTML, the editors' application at its addresses, and the files that both load. */
export function pagesRoutes(web: WebBuild, counts: AddressCounts): FastifyPluginAsync {
  return async (app) => {
    const { publicUrl } = app.config
    const hidden = { schema: { hide: true } }
    await app.register(files, fileOptions(web.clientDir))

    const headers = { 'content-security-policy': deskPolicy(publicUrl), 'cache-control': 'no-cache', 'x-robots-tag': 'noindex' }
    const sendDesk = async (request: FastifyRequest, reply: FastifyReply) => sendHtml(request, reply.headers(headers), web.desk)
    for (const path of ['/ban-bien-tap', '/ban-bien-tap/*', '/dang-nhap', '/dang-nhap/*']) app.get(path, hidden, sendDesk)

    const headersOf = sitePageHeaders(publicUrl)
    const fetchFor = inProcessFetch({ inject: (asked) => app.inject(asked), findKept: app.findKept, publicUrl })
    app.get('/*', { ...hidden, config: { cached: pageKey, reads: pageReads } }, async (request, reply) => {
      if (isForMachines(request.url)) return reply.callNotFound()
      const fetch = fetchFor((validity, whenGiven) => {
        request.delivery.note(validity)
        request.whenGiven ??= whenGiven ?? null
      })
      const { status, html, headers = {}, failure } = await web.render({ url: request.url, fetch, template: web.template })
      if (failure) request.log.error({ error: loggableError(failure), reqId: request.id }, 'page failed')
      const isVisit = request.method === 'GET'
      const target = status === 404 ? await leadOn(app.delivery, counts, { url: withoutHost(request.originalUrl), isVisit }) : undefined
      if (target !== undefined) return reply.headers(headersOf(request.url, 308)).redirect(target, 308)
      reply.code(status).headers({ ...headersOf(request.url, status), ...headers })
      return html === '' ? reply.send() : sendHtml(request, reply, html)
    })
  }
}

/** What is kept for everybody is compressed when it is kept. */
async function sendHtml(request: FastifyRequest, reply: FastifyReply, html: string) {
  reply.type('text/html; charset=utf-8')
  if (request.delivery.validity() && reply.statusCode === 200) return html
  const encoding = encodingFor(request.headers['accept-encoding']?.toString())
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.header('vary', 'accept-encoding').send(await compress(Buffer.from(html), encoding))
}

/** Files with a hash in their name never change; the few without are asked for again. Pages are not files. */
function fileOptions(root: string) {
  return {
    root,
    wildcard: false,
    decorateReply: false,
    index: false as const,
    globIgnore: ['**/*.html', '**/*.br', '**/*.gz'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply: FastifyReply, path: string) => {
      const isHashed = path.includes('/assets/') || path.includes('\\assets\\')
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
    },
  }
}
