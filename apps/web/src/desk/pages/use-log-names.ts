import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { editorialArticleQuery, firstArticlesQuery } from '../../features/articles/editorial.api.ts'
import { auditPeopleQuery } from '../../features/audit/audit.api.ts'
import { categoryChoicesQuery } from '../../features/categories/category-choices.api.ts'
import { unitsQuery } from '../../features/units/units.api.ts'
import { userQuery } from '../../features/users/users.api.ts'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'

/**
 * Names for the ids in the log: people, units, categories, the articles that were changed last, and the one, or the
 * account, that is filtered by. What is not among them is shown without a name.
 */
export function useLogNames(articleId: string | undefined, userId: string | undefined) {
  const { untitled } = useDeskText().list
  const people = usePeople(userId)
  const units = useQuery(unitsQuery()).data
  const categories = useQuery(categoryChoicesQuery()).data
  const newest = useQuery(firstArticlesQuery({})).data
  const isKnown = newest?.articles.some(({ id }) => id === articleId) ?? true
  // Deleted, or not to be read: then it has no name.
  const asked = useQuery({ ...editorialArticleQuery(articleId ?? ''), enabled: articleId !== undefined && !isKnown, retry: false }).data
  return useMemo(() => {
    const articles = [...(newest?.articles ?? []), ...(asked ? [asked] : [])].map(({ id, title }) => ({ id, name: title || untitled }))
    const named = [...people, ...(units ?? []), ...(categories ?? []), ...articles]
    return { people, articles, names: new Map(named.map(({ id, name }) => [id, name])) }
  }, [people, units, categories, newest, asked, untitled])
}

/** Whoever has done something, and the person whose account is asked about, who may have done nothing yet. */
function usePeople(userId: string | undefined) {
  const people = useQuery(auditPeopleQuery()).data
  const isKnown = people?.some(({ id }) => id === userId) ?? true
  const asked = useQuery({ ...userQuery(userId ?? ''), enabled: userId !== undefined && !isKnown, retry: false }).data
  return useMemo(() => [...(people ?? []), ...(asked ? [{ id: asked.id, name: asked.name }] : [])], [people, asked])
}
