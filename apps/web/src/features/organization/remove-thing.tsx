import { useMutation } from '@tanstack/react-query'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { SectionButtons } from '../../ui/page-section.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import { removePersonMutation } from './people/people.api.ts'
import { removeUnitMutation } from './units/units.api.ts'
import { useRefusal } from './use-refusal.ts'

interface RemoveThingProps {
  noun: 'unit' | 'person'
  thing: { id: string; version: number }
  words: { button: string; title: string; lead: string; confirm: string; referred: string }
  saying: Saying
  onRemoved: () => void
}

/** Takes away a unit or a person made by mistake; why not, if something refers to it, is said. */
export function RemoveThing({ noun, thing: { id, version }, words, saying, onRemoved }: RemoveThingProps) {
  const refusal = useRefusal()
  const unit = useMutation(removeUnitMutation())
  const person = useMutation(removePersonMutation())
  const { mutate } = noun === 'unit' ? unit : person
  const remove = (): void => {
    saying.hush()
    mutate({ id, version }, { onSuccess: onRemoved, onError: (error) => saying.failed(refusal(error, words.referred).text) })
  }
  return (
    <SectionButtons>
      <ConfirmButton title={words.title} lead={words.lead} confirm={words.confirm} onConfirm={remove}>
        {words.button}
      </ConfirmButton>
    </SectionButtons>
  )
}
