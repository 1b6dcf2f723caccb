import type { EditorialArticle, EditorialArticleCard, NewArticle } from '@bantin/shared/editorial-articles'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { PageOf } from '../../../lib/page-of.ts'
import { apiOf } from '../../../lib/query-client.ts'
import { lists } from '../editorial.api.ts'

/** The articles that have one text in several languages, as far as the signed-in person may read them. */
export function translationsQuery(translationGroup: string) {
  return queryOptions({
    queryKey: [...lists, 'translations', translationGroup],
    queryFn: async ({ client, signal }) => {
      const query = { translationGroup, limit: 100 }
      return (await apiOf(client).get<PageOf<EditorialArticleCard>>('/editorial/articles', { query, signal })).data
    },
  })
}

/** Makes the draft of a translation, with what the article says until it is translated. */
export function translateMutation() {
  return mutationOptions({
    mutationFn: (input: NewArticle, { client }) => apiOf(client).send<EditorialArticle>('POST', '/editorial/articles', { body: input }),
    // Made or refused, since somebody else made it: what is shown is no more.
    onSettled: (_answer, _error, _request, _result, { client }) => client.invalidateQueries({ queryKey: lists }),
  })
}

/** What the draft of a translation begins with. */
export function translationOf(article: EditorialArticle, locale: string, genres: readonly string[]): NewArticle {
  const { id, title, kicker, sapo, body, heroMediaId, bylines, units, categoryIds, tagIds, event, source, genre, relatedIds, format } =
    article
  const content = { title, kicker, sapo, body, heroMediaId, bylines, units, categoryIds, tagIds, event, source, relatedIds }
  const isKnown = genre !== null && genres.includes(genre)
  return { ...content, ...(isKnown ? { genre } : {}), format, unitId: article.unit.id, locale, translationOf: id }
}
