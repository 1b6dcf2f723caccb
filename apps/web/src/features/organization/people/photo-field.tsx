import { type ReactNode, useId, useRef } from 'react'
import { useUnitText } from '../../../lib/i18n/desk/use-unit-text.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceProblem } from '../../../ui/choices.tsx'
import styles from './photo-field.module.css'

export interface PhotoLoan {
  /** The library lends its pictures: one to show by its id, one to choose. */
  picture: (id: string) => ReactNode
  pick: () => Promise<string | null>
}

interface PhotoFieldProps extends PhotoLoan {
  id: string | null
  problem: string | undefined
  onChoose: (id: string | null) => void
}

/** Somebody's photo, chosen from the library. */
export function PhotoField({ id, problem, picture, pick, onChoose }: PhotoFieldProps) {
  const words = useUnitText().person.photo
  const label = useId()
  const button = useRef<HTMLButtonElement>(null)
  const choose = async (): Promise<void> => {
    const chosen = await pick()
    if (chosen) onChoose(chosen)
  }
  const remove = (): void => {
    onChoose(null)
    // This button leaves with the picture.
    button.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend does not stand in a grid
    <div role="group" aria-labelledby={label} className={styles.field}>
      <p id={label} className={styles.label}>
        {words.label}
      </p>
      <ChoiceProblem>{problem}</ChoiceProblem>
      {id ? <div className={styles.photo}>{picture(id)}</div> : null}
      <p className={styles.hint}>{words.hint}</p>
      <div className={styles.buttons}>
        <Button ref={button} onClick={() => void choose()}>
          {id ? words.replace : words.choose}
        </Button>
        {id ? <Button onClick={remove}>{words.remove}</Button> : null}
      </div>
    </div>
  )
}
