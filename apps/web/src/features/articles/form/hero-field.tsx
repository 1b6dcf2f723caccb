import { useContext, useId, useRef } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { deskPaths } from '../../../lib/paths.ts'
import { Button } from '../../../ui/button.tsx'
import { EditorMediaContext } from '../editor/editor-media.ts'
import styles from './hero-field.module.css'
import { HeroPicture, useHeroItem } from './hero-picture.tsx'

interface HeroFieldProps {
  /** The chosen picture. */
  id: string | null
  onChoose: (id: string | null) => void
}

/** The picture at the head of the article, chosen from the library. */
export function HeroField({ id, onChoose }: HeroFieldProps) {
  const { fields, hero: words } = useDeskText().form
  const media = useContext(EditorMediaContext)
  const label = useId()
  const button = useRef<HTMLButtonElement>(null)
  if (!media) return null
  const choose = async (): Promise<void> => {
    const [item] = await media.pick({ kind: 'picture', many: false })
    if (item) onChoose(item.id)
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
        {fields.heroMediaId}
      </p>
      {id ? <HeroPicture id={id} /> : <p className={styles.hint}>{words.hint}</p>}
      {id ? <Warning id={id} /> : null}
      <div className={styles.buttons}>
        <Button ref={button} onClick={() => void choose()}>
          {id ? words.replace : words.choose}
        </Button>
        {id ? <Button onClick={remove}>{words.remove}</Button> : null}
      </div>
    </div>
  )
}

/** What keeps the article from being published, before somebody tries. */
function Warning({ id }: { id: string }) {
  const words = useDeskText().form.hero
  const item = useHeroItem(id)
  if (!item || item.alt || item.caption) return null
  return (
    <p className={styles.warning}>
      {words.noWords}{' '}
      <a href={deskPaths.mediaItem(id)} target="_blank" rel="noreferrer">
        {words.describe} {words.opensNew}
      </a>
    </p>
  )
}
