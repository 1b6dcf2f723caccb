import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useUnitText } from '../../../lib/i18n/desk/use-unit-text.ts'
import type { Finder, NamedItem } from '../../../ui/search-choice.tsx'
import { peopleQuery } from './people.api.ts'

/** People to choose one of, found by the API while it is typed. Of two with one name, the posts of today tell who is who. */
export function usePeopleSearch(): { items: NamedItem[]; search: Finder } {
  const words = useUnitText().people
  const [asked, setAsked] = useState('')
  const query = useInfiniteQuery({ ...peopleQuery(asked), placeholderData: keepPreviousData })
  const people = query.data?.pages.flatMap(({ data }) => data) ?? []
  const isAnswered = query.data !== undefined && !query.isPlaceholderData
  return {
    items: people.map(({ id, name, posts: [first] }) => ({
      id,
      name: first ? `${name} (${words.postIn(first.post, first.unit.name)})` : name,
    })),
    search: { ask: setAsked, answered: isAnswered ? asked : undefined },
  }
}
