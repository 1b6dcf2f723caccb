import { defaultLimit, page } from '@bantin/shared/pagination'
import { Tag, TagListQuery } from '@bantin/shared/tags'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listScope } from '../../lib/cursor.ts'
import { sendJson } from '../send-json.ts'
import { findTags } from './tags.queries.ts'

/** The tags that listed articles carry. */
export const tagsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { publicUrl } = app.config
  const schema = { tags: ['delivery'], summary: 'Tags by name', querystring: TagListQuery, response: { 200: page(Tag) } }
  app.get('/tags', { schema }, async ({ delivery, query: { cursor, limit = defaultLimit } }, reply) => {
    const scope = listScope('tags', {})
    const after = cursor === undefined ? undefined : app.cursors.open(scope, cursor)
    const found = await findTags(delivery, publicUrl, after, limit + 1)
    const last = found.length > limit ? found[limit - 1] : undefined
    const next = last ? app.cursors.seal(scope, [last.name, last.id]) : null
    if (next) reply.header('link', `<${publicUrl}/api/v1/tags?${new URLSearchParams({ limit: String(limit), cursor: next })}>; rel="next"`)
    const data = found.slice(0, limit).map(({ json }) => json)
    return sendJson(reply, `{"data":[${data.join(',')}],"page":{"next":${JSON.stringify(next)}}}`)
  })
}
