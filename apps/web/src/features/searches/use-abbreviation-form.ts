import type { Abbreviation, NewAbbreviation } from '@bantin/shared/abbreviations'
import { foldedWords } from '@bantin/shared/search/words'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { useSearchesText } from '../../lib/i18n/desk/use-searches-text.ts'
import type { SearchesWords } from '../../lib/i18n/desk/vi-searches.ts'
import { type FieldProblems, type Filled, useAskForm } from '../../ui/use-ask-form.ts'
import { readAbbreviation, saveAbbreviationMutation } from './searches.api.ts'

/** What is asked for: a new abbreviation, perhaps of words that were searched for, or the change of one. */
export type AbbreviationTask = { abbreviation: null; short: string } | { abbreviation: Abbreviation; short?: never }

type Words = SearchesWords['abbreviations']['form']

/** The form of one abbreviation: what is filled in outlives every refusal. */
export function useAbbreviationForm({ abbreviation }: AbbreviationTask, onSaved: (saved: Abbreviation) => void) {
  const words = useSearchesText().abbreviations.form
  const client = useQueryClient()
  const { mutateAsync, isPending: busy } = useMutation(saveAbbreviationMutation())
  const [held, setHeld] = useState(abbreviation)

  const explain = async (error: unknown): Promise<FieldProblems> => {
    if (!(error instanceof ApiError)) throw error
    if (error.code === 'not_found') return { all: words.gone }
    if (error.code === 'conflict') return error.errors.length > 0 ? { short: words.taken } : { all: words.full }
    if (error.code !== 'version_stale' || !held) return { all: words.failed }
    const now = await readAbbreviation(client, held.id)
    setHeld(now)
    return { all: words.stale(now.short, now.long) }
  }
  const form = useAskForm<NewAbbreviation>(
    (filled) => readForm(filled, words),
    async (input) => {
      try {
        onSaved(await mutateAsync({ abbreviation: held, input }))
      } catch (error) {
        form.refuse(await explain(error).catch(() => ({ all: words.failed })))
      }
    },
  )
  return { ...form, busy }
}

function readForm(filled: Filled, words: Words): { send: NewAbbreviation } | { wrong: FieldProblems } {
  const [short, long] = [filled('short'), filled('long')]
  const wrongWith = (text: string, missing: string): string | undefined => {
    if (text === '') return missing
    return foldedWords(text) === '' ? words.noWord : undefined
  }
  const same = foldedWords(short) === foldedWords(long) ? words.same : undefined
  const wrong = { short: wrongWith(short, words.shortMissing), long: wrongWith(long, words.longMissing) ?? same }
  return wrong.short || wrong.long ? { wrong: defined(wrong) } : { send: { short, long } }
}

function defined(problems: Record<string, string | undefined>): FieldProblems {
  return Object.fromEntries(Object.entries(problems).flatMap(([name, problem]) => (problem ? [[name, problem]] : [])))
}
