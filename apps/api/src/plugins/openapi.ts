import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fastifyPlugin from 'fastify-plugin'
import { passingAnswer } from '../lib/answer-cache.ts'
import { describeOperations } from '../lib/describe-operations.ts'
import { nameSchemas, type Place } from '../lib/name-schemas.ts'
import { whenAsked } from '../lib/when-asked.ts'
import { dress } from './send-answer.ts'

/** `/openapi.json` from the routes' own schemas, and pages at `/docs` that load nothing from elsewhere. */
export const openapi = fastifyPlugin(async (app) => {
  await app.register(swagger, {
    // What contains itself is called as it is in the contract.
    refResolver: { buildLocalReference: ({ $id }, _base, _fragment, n) => ($id ? String($id) : `def-${n}`) },
    transformObject: (given) =>
      'openapiObject' in given ? describeOperations(nameSchemas(given.openapiObject, named)) : given.swaggerObject,
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Bản Tin',
        version: '1',
        contact: { name: 'Bản Tin', url: `${app.config.publicUrl}/docs` },
        description:
          'News of public agencies: delivery for everyone, editorial for signed-in editors. ' +
          `Who shows them elsewhere begins [here](${app.config.publicUrl}/docs/portals), or [in Vietnamese](${app.config.publicUrl}/docs/cong-nhan-tin).`,
      },
      externalDocs: { description: 'For portals that show what we publish', url: `${app.config.publicUrl}/docs/portals` },
      servers: [{ url: app.config.publicUrl }],
      components: {
        securitySchemes: {
          session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          key: { type: 'http', scheme: 'bearer', bearerFormat: 'btk_…' },
        },
      },
    },
  })
  // Of half a megabyte, and the same until the next version: made once, sent compressed, and not again to who has it.
  const document = whenAsked(() => passingAnswer(Buffer.from(JSON.stringify(app.swagger())), { generation: 0, seconds: 0 }))
  app.get('/openapi.json', { schema: { hide: true } }, async (request, reply) => {
    const bytes = await dress(request, reply.type('application/json; charset=utf-8'), document(), '')
    // It is of no generation.
    reply.removeHeader('cache-status')
    return bytes
  })
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: docsPolicy, theme: { title: 'Bản Tin: API' }, logo })
})

const answerOf = (path: string, method: string, status: string): Place => [
  `/api/v1${path}`,
  method,
  'responses',
  status,
  'content',
  'application/json',
  'schema',
]
const items: Place = ['properties', 'data', 'items']
const editorial = answerOf('/editorial/articles/{id}', 'get', '200')

/** The large schemas that stand at many routes. */
const named: Record<string, Place> = {
  Problem: answerOf('/articles', 'get', '4XX'),
  Body: [...editorial, 'properties', 'body'],
  ArticleCard: [...answerOf('/articles', 'get', '200'), ...items],
  Article: answerOf('/articles/{idOrSlug}', 'get', '200'),
  EditorialArticleCard: [...answerOf('/editorial/articles', 'get', '200'), ...items],
  EditorialArticle: editorial,
  EditorialOutcome: answerOf('/editorial/articles/{id}/publish', 'post', '200'),
}

/** Everything from here: the pages' own default allows fonts, styles and a validator from elsewhere. */
const docsPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const logo = {
  type: 'image/svg+xml',
  content:
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 150 40"><text x="0" y="29" font-size="28" font-weight="700" fill="#fff">Bản Tin</text></svg>',
}
