import type { AppointmentPatch, NewAppointment } from '@bantin/shared/editorial-people'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../../lib/api-error.ts'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { useUnitText } from '../../../lib/i18n/desk/use-unit-text.ts'
import type { NamedItem } from '../../../ui/search-choice.tsx'
import { type Filled, useAskForm } from '../../../ui/use-ask-form.ts'
import { isBroken, readDays } from '../read-days.ts'
import { useRefusal } from '../use-refusal.ts'
import type { Outcome } from '../use-versioned-form.ts'
import type { HoldingTask } from './post-task.ts'
import { saveAppointmentMutation } from './posts.api.ts'

type Input = Required<Pick<AppointmentPatch, 'through'>> & AppointmentPatch

/** The form of one appointment: what is filled in outlives every refusal. */
export function useHolding(task: HoldingTask, onSaved: (person: string) => void) {
  const words = useUnitText().holding
  const refusal = useRefusal()
  const { mutate, isPending: busy } = useMutation(saveAppointmentMutation())
  const [person, setPerson] = useState<NamedItem | null>(task.kind === 'add' ? null : task.appointment.person)
  const read = useRead(task, person)
  const form = useAskForm<Input>(
    (filled): Outcome<Input> => read(filled, form.formRef.current),
    (input) =>
      mutate(task.kind === 'add' ? { postId: task.post.id, input: withPerson(input, person) } : { appointment: task.appointment, input }, {
        onSuccess: ({ person: { name } }) => onSaved(name),
        onError: (error) => {
          const { field, text } = refusal(error)
          // The rules of appointments are about a period: where only its end is asked for, they stand there.
          const shown = task.kind === 'end' && field === 'from' ? 'through' : field
          form.refuse({ [shown ?? 'all']: error instanceof ApiError && error.code === 'version_stale' ? words.stale : text })
        },
      }),
  )
  return { form, busy, person, choose: setPerson }
}

export type HoldingForm = ReturnType<typeof useHolding>

function useRead(task: HoldingTask, person: NamedItem | null) {
  const words = useUnitText().holding
  const { days } = useOrganizationText()
  const readEnd = (filled: Filled, form: HTMLFormElement | null): Outcome<Input> => {
    const through = filled('through')
    const { from } = task.kind === 'add' ? { from: null } : task.appointment
    if (isBroken(form, 'through') || !through) return { wrong: { through: words.lastMissing } }
    return from !== null && through < from ? { wrong: { through: days.backwards } } : { send: { through } }
  }
  return (filled: Filled, form: HTMLFormElement | null): Outcome<Input> => {
    if (task.kind === 'end') return readEnd(filled, form)
    const read = readDays(filled, form, { from: 'from', through: 'through' }, days)
    const wrong = { ...(person ? {} : { personId: words.personMissing }), ...read.wrong }
    if (Object.keys(wrong).length > 0) return { wrong }
    return { send: { kind: filled('kind') as NewAppointment['kind'], decisionNo: filled('decisionNo') || null, ...read.days } }
  }
}

function withPerson({ kind = 'substantive', ...input }: Input, person: NamedItem | null): NewAppointment {
  return { ...input, kind, personId: person?.id ?? '' }
}
