import { Linkset, Oembed, OembedQuery } from '@bantin/shared/discovery'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { sendJson } from '../send-json.ts'
import { apiCatalog, catalogPath } from './api-index.ts'
import { readOembed } from './oembed.ts'
import { openSearch, openSearchType } from './open-search.ts'
import { securityTxt } from './security-txt.ts'

const hour = 'public, max-age=3600'
const profile = 'https://www.rfc-editor.org/info/rfc9727'

/** What programs ask for that know nothing of us yet. */
export const discoveryRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { publicUrl } = app.config

  const embedding = {
    tags: ['discovery'],
    summary: 'An article in the place of a link to it',
    querystring: OembedQuery,
    response: { 200: Oembed },
  }
  app.get('/oembed', { schema: embedding }, async ({ delivery, query }, reply) =>
    sendJson(reply, JSON.stringify(await readOembed(delivery, publicUrl, query))),
  )

  const catalog = {
    tags: ['discovery'],
    summary: 'Which interfaces there are',
    querystring: object({}),
    response: { 200: { description: 'A set of links (RFC 9264)', content: { 'application/linkset+json': { schema: Linkset } } } },
  }
  app.get(catalogPath, { schema: catalog, config: { cached: false } }, async (_request, reply) =>
    reply
      .type(`application/linkset+json; profile="${profile}"`)
      .headers({ link: `<${publicUrl}${catalogPath}>; rel="api-catalog", <${publicUrl}/api/v1>; rel="item"`, 'cache-control': hour })
      .send(apiCatalog(publicUrl)),
  )

  const security = {
    tags: ['discovery'],
    summary: 'Where faults are reported that endanger others',
    querystring: object({}),
    response: { 200: { description: 'RFC 9116', content: { 'text/plain': { schema: Type.String() } } } },
  }
  app.get('/.well-known/security.txt', { schema: security }, async ({ delivery }, reply) =>
    reply.type('text/plain; charset=utf-8').send(await securityTxt(delivery, publicUrl)),
  )

  const searching = {
    tags: ['discovery'],
    summary: 'How the portal is searched',
    querystring: object({}),
    response: { 200: { description: 'OpenSearch 1.1', content: { [openSearchType]: { schema: Type.String() } } } },
  }
  app.get('/opensearch.xml', { schema: searching }, async ({ delivery }, reply) =>
    reply.type(`${openSearchType}; charset=utf-8`).send(await openSearch(delivery, publicUrl)),
  )
}
