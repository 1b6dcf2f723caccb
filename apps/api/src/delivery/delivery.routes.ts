import cors from '@fastify/cors'
import type { FastifyPluginAsync } from 'fastify'
import { findArticlesByIds } from './articles/article-list.queries.ts'
import { articlesRoutes } from './articles/articles.routes.ts'
import { linkedArticles, narrowing } from './articles/list-source.ts'
import { topArticlesRoutes } from './articles/top-articles.routes.ts'
import { findWholeArticles } from './articles/whole-articles.queries.ts'
import { authorsRoutes } from './authors/authors.routes.ts'
import { categoriesRoutes } from './categories/categories.routes.ts'
import { changesRoutes } from './changes/changes.routes.ts'
import { apiIndexRoutes } from './discovery/api-index.routes.ts'
import { dumpRoutes } from './dump/dump.routes.ts'
import { editionsRoutes } from './editions/editions.routes.ts'
import { lookupRoutes } from './lookup/lookup.routes.ts'
import { peopleRoutes } from './people/people.routes.ts'
import { type CountingOf, searchRoutes } from './search/search.routes.ts'
import type { ArticlesSide } from './search/search-page.ts'
import { siteRoutes } from './site/site.routes.ts'
import { tagsRoutes } from './tags/tags.routes.ts'
import { unitsRoutes } from './units/units.routes.ts'

/** The public read side: open to any origin, without credentials. Writes nothing; how searches are counted is handed in. */
export const deliveryRoutes =
  (countingOf: CountingOf): FastifyPluginAsync =>
  async (app) => {
    await app.register(cors, { origin: '*', methods: ['GET', 'HEAD'], exposedHeaders })
    // Nothing here depends on who asks.
    app.addHook('onRoute', (route) => {
      route.config = { cached: true, isOpenData: true, ...route.config }
    })
    await app.register(apiIndexRoutes)
    await app.register(articlesRoutes)
    await app.register(topArticlesRoutes)
    await app.register(editionsRoutes)
    await app.register(authorsRoutes)
    await app.register(unitsRoutes)
    await app.register(peopleRoutes)
    await app.register(categoriesRoutes)
    await app.register(tagsRoutes)
    const findCards: ArticlesSide['findCards'] = (db, baseUrl, ids) => findArticlesByIds(db, baseUrl, { ids })
    await app.register(searchRoutes({ narrowing, linkedArticles, findCards }, countingOf))
    await app.register(siteRoutes)
    await app.register(lookupRoutes)
    await app.register(changesRoutes(findWholeArticles))
    await app.register(dumpRoutes)
  }

/** Besides those that browsers always let scripts see. */
const exposedHeaders = ['etag', 'link', 'ratelimit', 'ratelimit-policy', 'retry-after', 'x-request-id', 'cache-status']
