import type { Title } from '@bantin/shared/titles'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { type EditorPeople, EditorPeopleContext } from '../editor/editor-people.ts'
import { titlesQuery } from './titles.api.ts'

/** Lends the text the people of the organization, with the titles of a day. */
export function LendPeople({ day, children }: { day: string | undefined; children: ReactNode }) {
  const people = useMemo((): EditorPeople => ({ day, useFound }), [day])
  return <EditorPeopleContext value={people}>{children}</EditorPeopleContext>
}

const nobody: Title[] = []

function useFound(query: string | null, asOf: string | undefined): readonly Title[] {
  const asked = titlesQuery({ q: query ?? '', ...(asOf ? { asOf } : {}) })
  const { data } = useQuery({ ...asked, enabled: query !== null, placeholderData: keepPreviousData })
  return query === null ? nobody : (data?.data ?? nobody)
}
