import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ProblemError } from '../../errors.ts'
import { findListMaps, findMapPages, findMappedArticles, findMappedLists, findNews, listNames } from './maps.queries.ts'
import { robotsTxt } from './robots-txt.ts'
import { articlesMap, listsMap, newsMap, sitemapIndex } from './sitemap-xml.ts'

const text = (type: string, description: string) => ({ 200: { description, content: { [type]: { schema: Type.String() } } } })
const contract = (type: string, summary: string) => ({
  tags: ['maps'],
  summary,
  querystring: object({}),
  response: text(type, summary),
})

/** What crawlers ask for: which pages there are, and which they need not look at. */
export const mapsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { publicUrl } = app.config
  const xml = (summary: string) => contract('application/xml', summary)
  const xmlType = 'application/xml; charset=utf-8'

  app.get('/sitemap.xml', { schema: xml('The index of the maps of the site') }, async ({ delivery }, reply) => {
    const ofArticles = await findMapPages(delivery)
    const ofLists = (await findListMaps(delivery)).map((name) => ({ path: `/sitemap-${name}.xml`, at: null }))
    return reply.type(xmlType).send(sitemapIndex(publicUrl, [...ofArticles, ...ofLists]))
  })

  // Nothing is no map: the protocol asks for one page at least.
  for (const name of listNames) {
    app.get(`/sitemap-${name}.xml`, { schema: xml(`The pages of ${name}, in both languages`) }, async ({ delivery }, reply) => {
      const pages = await findMappedLists(delivery, name)
      if (pages.length === 0) throw new ProblemError('not_found')
      return reply.type(xmlType).send(listsMap(publicUrl, pages))
    })
  }

  app.get('/sitemap-news.xml', { schema: xml('The news of the last 48 hours') }, async ({ delivery }, reply) => {
    return reply.type(xmlType).send(newsMap(publicUrl, await findNews(delivery)))
  })

  const params = object({ page: Type.String({ pattern: '^[1-9]\\d{0,5}$', description: 'a number from 1' }) })
  const onePage = { ...xml('A page of the map of articles: an article stays on its page'), params }
  app.get('/sitemap-:page.xml', { schema: onePage }, async ({ delivery, params }, reply) => {
    const articles = await findMappedArticles(delivery, Number(params.page))
    if (articles.length === 0) throw new ProblemError('not_found')
    return reply.type(xmlType).send(articlesMap(publicUrl, articles))
  })

  app.get(
    '/robots.txt',
    { schema: contract('text/plain', 'What crawlers need not look at'), config: { cached: false } },
    async (_request, reply) =>
      reply.type('text/plain; charset=utf-8').header('cache-control', 'public, max-age=3600').send(robotsTxt(publicUrl)),
  )
}
