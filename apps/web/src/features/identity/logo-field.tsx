import { type ReactNode, useId, useRef } from 'react'
import { useIdentityText } from '../../lib/i18n/desk/use-identity-text.ts'
import { Button } from '../../ui/button.tsx'
import styles from './logo-field.module.css'

interface LogoFieldProps {
  id: string | null
  picture: (id: string) => ReactNode
  pick: () => Promise<string | null>
  onChoose: (id: string | null) => void
}

/** The picture beside the portal's name, chosen from the library. */
export function LogoField({ id, picture, pick, onChoose }: LogoFieldProps) {
  const words = useIdentityText().logo
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
      {id ? <div className={styles.logo}>{picture(id)}</div> : null}
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
