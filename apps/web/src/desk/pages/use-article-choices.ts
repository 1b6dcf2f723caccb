import type { Actor } from '@bantin/shared/permissions'
import { can } from '@bantin/shared/permissions'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ArticleChoices } from '../../features/articles/form/choices.ts'
import { relatedTitlesQuery } from '../../features/articles/related-titles.api.ts'
import { authorChoicesQuery } from '../../features/authors/author-choices.api.ts'
import { categoryChoicesQuery } from '../../features/categories/category-choices.api.ts'
import { siteQuery } from '../../features/site/site.api.ts'
import { inTreeOrder, unitPath } from '../../features/units/unit-tree-choices.ts'
import { unitsQuery } from '../../features/units/units.api.ts'

/** What the form of an article chooses from, by what this person may do; `related` are the ids beside it. Empty lists until they are there. */
export function useArticleChoices(actor: Actor, related: readonly string[]) {
  const units = useQuery(unitsQuery())
  const categories = useQuery(categoryChoicesQuery())
  const authors = useQuery(authorChoicesQuery())
  const genres = useQuery(siteQuery()).data?.genres
  const articles = useQuery({ ...relatedTitlesQuery(related), enabled: related.length > 0, placeholderData: keepPreviousData }).data
  const known = units.data
  const choices = useMemo((): ArticleChoices => {
    const all = known ?? []
    const mayWrite = (id: string) => can(actor, 'article.create', { unitPath: unitPath(all, id), createdBy: actor.userId })
    return {
      units: inTreeOrder(all),
      owners: inTreeOrder(all.filter((unit) => mayWrite(unit.id))),
      categories: categories.data ?? [],
      authors: authors.data ?? [],
      genres: genres ?? [],
      articles: articles ?? [],
    }
  }, [known, categories.data, authors.data, genres, articles, actor])
  return {
    choices,
    unitPathOf: (id: string) => unitPath(known ?? [], id),
    pending: units.isPending,
    error: units.error ?? categories.error ?? authors.error,
    retry: () => void Promise.all([units.refetch(), categories.refetch(), authors.refetch()]),
  }
}
