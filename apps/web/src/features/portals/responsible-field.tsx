import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { usePortalsText } from '../../lib/i18n/desk/use-portals-text.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceProblem } from '../../ui/choices.tsx'
import type { NamedItem } from '../../ui/search-choice.tsx'
import { Chosen, SearchField } from '../../ui/search-field.tsx'
import { responsibleQuery } from './portals.api.ts'
import styles from './portals.module.css'

interface ResponsibleFieldProps {
  initial: NamedItem | null
  onChange?: (() => void) | undefined
  problem: string | undefined
}

/** Who answers for a portal, found by a part of the name; the form reads `responsibleUserId`. */
export function ResponsibleField({ initial, onChange, problem }: ResponsibleFieldProps) {
  const id = useId()
  const words = usePortalsText()
  const [person, setPerson] = useState(initial)
  const [text, setText] = useState('')
  const { data: people = [], isPlaceholderData } = useQuery(responsibleQuery(text))
  const choose = (chosen: NamedItem | null): void => {
    setPerson(chosen)
    onChange?.()
  }
  return (
    <SearchField
      id={id}
      label={words.form.responsible}
      items={people}
      search={{ ask: setText, answered: isPlaceholderData ? undefined : text }}
      onChoose={choose}
    >
      <input type="hidden" name="responsibleUserId" value={person?.id ?? ''} />
      <ChoiceProblem>{problem}</ChoiceProblem>
      <Chosen label={words.form.chosen} item={person ?? { id: '', name: words.form.nobody }} />
      {person ? (
        <div>
          <Button variant="quiet" onClick={() => choose(null)}>
            {words.form.nobody}
          </Button>
        </div>
      ) : null}
      <p className={styles.soft}>{words.form.responsibleHint}</p>
    </SearchField>
  )
}
