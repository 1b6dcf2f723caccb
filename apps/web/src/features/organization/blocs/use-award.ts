import type { AwardPatch, EditorialAward, EditorialBlocYear, NewAward } from '@bantin/shared/editorial-emulation'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../../lib/api-error.ts'
import { useBlocsText } from '../../../lib/i18n/desk/use-blocs-text.ts'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import type { NamedItem } from '../../../ui/search-choice.tsx'
import { type FieldProblems, useAskForm } from '../../../ui/use-ask-form.ts'
import { isBroken } from '../read-days.ts'
import { useRefusal } from '../use-refusal.ts'
import { awardsQuery, saveAwardMutation } from './awards.api.ts'

/** A commendation is added, changed, or decided. */
export type AwardTask = { kind: 'add' } | { kind: 'edit' | 'decide'; award: EditorialAward }

type Input = Required<Pick<NewAward, 'title' | 'unitId' | 'personId' | 'authority' | 'decisionNo' | 'on'>>

/** The form of one commendation: what is filled in outlives every refusal. */
export function useAward(year: EditorialBlocYear, task: AwardTask, onSaved: (said: string) => void) {
  const words = useBlocsText().awards
  const { missing, days } = useOrganizationText()
  const explain = useExplain(year)
  const { mutate, isPending: busy } = useMutation(saveAwardMutation())
  const known = task.kind === 'add' ? null : task.award
  const [kind, setKind] = useState<'unit' | 'person'>(known?.person ? 'person' : 'unit')
  const [winner, setWinner] = useState<NamedItem | null>(known?.unit ?? known?.person ?? null)
  const isDecided = task.kind === 'decide' || known?.status === 'decided'
  const form = useAskForm<Input>(
    (filled) => {
      const [title, authority, on] = [filled('title'), filled('authority'), filled('on')]
      const wrong: FieldProblems = {
        ...(title ? {} : { title: missing }),
        ...(winner ? {} : { winner: words.winnerMissing }),
        ...(isDecided && !authority ? { authority: words.needed } : {}),
        ...(isDecided && !on ? { on: words.needed } : {}),
        ...(isBroken(form.formRef.current, 'on') ? { on: days.broken } : {}),
      }
      if (Object.keys(wrong).length > 0 || !winner) return { wrong }
      const of = { unitId: kind === 'unit' ? winner.id : null, personId: kind === 'person' ? winner.id : null }
      return { send: { title, ...of, authority: authority || null, decisionNo: filled('decisionNo') || null, on: on || null } }
    },
    (input) =>
      mutate(requestOf(year, task, input), {
        onSuccess: () => onSaved(task.kind === 'decide' ? words.decided : words.saved),
        onError: (error) => form.refuse(explain(error)),
      }),
  )
  const choose = (next: 'unit' | 'person'): void => {
    setKind(next)
    setWinner(null)
  }
  return { form, busy, known, kind, setKind: choose, winner, setWinner, isDecided }
}

export type AwardForm = ReturnType<typeof useAward>

function requestOf({ blocId, year }: EditorialBlocYear, task: AwardTask, input: Input) {
  if (task.kind === 'add') return { blocId, input: { ...input, year, status: 'proposed' as const } }
  const patch: AwardPatch = task.kind === 'decide' ? { ...input, status: 'decided' } : input
  return { award: task.award, patch }
}

/** What is wrong with which field. One that somebody else changed meanwhile is read anew: it is opened again to be changed. */
function useExplain({ blocId, year }: EditorialBlocYear): (error: unknown) => FieldProblems {
  const refusal = useRefusal()
  const client = useQueryClient()
  return (error) => {
    const { field, text } = refusal(error)
    if (error instanceof ApiError && error.code === 'version_stale') {
      void client.invalidateQueries({ queryKey: awardsQuery(blocId, year).queryKey })
    }
    if (field === 'unitId' || field === 'personId') return { winner: text }
    return { [field !== null && ['title', 'authority', 'on'].includes(field) ? field : 'all']: text }
  }
}
