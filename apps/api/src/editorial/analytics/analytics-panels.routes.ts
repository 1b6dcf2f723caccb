import {
  AnalyticsSeries,
  ArticleFigures,
  ArticleFiguresQuery,
  ArticlesPanel,
  CountriesPanel,
  DaysQuery,
  DroppedPanel,
  ListedPanelQuery,
  NamedPanel,
  ReferrersPanel,
  SeriesQuery,
} from '@bantin/shared/analytics-panels'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Static, type TObject, Type } from 'typebox'
import { readArticleFigures, readArticles, readCountries, readDropped, readNamed, readReferrers } from './panels.service.ts'
import { articlesCsv, countriesCsv, droppedCsv, namedCsv, referrersCsv, seriesCsv } from './panels-csv.ts'
import { readSeries } from './series.service.ts'

const tags = ['editorial']

/** What was read, for editors: every panel answers from roll-ups and adds up to the others, as JSON and as CSV. */
export const analyticsPanelsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, config } = app
  const series = { name: 'timeseries', summary: 'How figures went over the days', query: SeriesQuery, answer: AnalyticsSeries }
  panel(app, series, ({ actor, query }) => readSeries(db, actor, query), seriesCsv)

  const articles = { name: 'articles', summary: 'The most read articles, by readers', query: ListedPanelQuery, answer: ArticlesPanel }
  panel(app, articles, ({ actor, query }) => readArticles(db, actor, query, config.publicUrl), articlesCsv)

  const named = { query: ListedPanelQuery, answer: NamedPanel }
  const units = { name: 'units', summary: 'What was read by unit', ...named }
  panel(app, units, ({ actor, query }) => readNamed(db, actor, 'unit', query), namedCsv)
  const authors = { name: 'authors', summary: 'What was read by author', ...named }
  panel(app, authors, ({ actor, query }) => readNamed(db, actor, 'author', query), namedCsv)
  const categories = { name: 'categories', summary: 'What was read by category', ...named }
  panel(app, categories, ({ actor, query }) => readNamed(db, actor, 'category', query), namedCsv)

  const referrers = { name: 'referrers', summary: 'Where visits came from', query: ListedPanelQuery, answer: ReferrersPanel }
  panel(app, referrers, ({ actor, query }) => readReferrers(db, actor, query), referrersCsv)

  const countries = { name: 'countries', summary: 'Which countries visits came from', query: DaysQuery, answer: CountriesPanel }
  panel(app, countries, ({ actor, query }) => readCountries(db, actor, query, config.countryDatabase !== undefined), countriesCsv)

  const dropped = { name: 'dropped', summary: 'What was sent and not counted', query: DaysQuery, answer: DroppedPanel }
  panel(app, dropped, ({ actor, query }) => readDropped(db, actor, query), droppedCsv)

  const ofArticles = {
    tags,
    summary: 'How often articles were read since the beginning',
    querystring: ArticleFiguresQuery,
    response: { 200: ArticleFigures },
  }
  app.get('/analytics/article-figures', { schema: ofArticles }, ({ actor, query }) => readArticleFigures(db, actor, query))
}

interface Panel<Q extends TObject, A extends TObject> {
  name: string
  summary: string
  query: Q
  answer: A
}

type Asking<Q extends TObject> = Pick<FastifyRequest, 'actor'> & { query: Static<Q> }

/** A panel at its name, and below it the same as a file. */
function panel<Q extends TObject, A extends TObject>(
  app: FastifyInstance,
  { name, summary, query, answer }: Panel<Q, A>,
  read: (asking: Asking<Q>) => Promise<Static<A>>,
  toCsv: (found: Static<A>) => string,
): void {
  const path = `/analytics/${name}`
  app.get<{ Querystring: Static<Q> }>(path, { schema: { tags, summary, querystring: query, response: { 200: answer } } }, (request) =>
    read({ actor: request.actor, query: request.query as Static<Q> }),
  )
  const file = { description: 'A line of names, then a line for each row.', content: { 'text/csv': { schema: Type.String() } } }
  const schema = { tags, summary: `${summary}, as CSV`, querystring: query, response: { 200: file } }
  app.get<{ Querystring: Static<Q> }>(`${path}/csv`, { schema, exposeHeadRoute: false }, async (request, reply) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}.csv"`)
      .send(toCsv(await read({ actor: request.actor, query: request.query as Static<Q> }))),
  )
}
