import { useCompanyText } from '../../lib/i18n/desk/use-company-text.ts'
import { Icon } from '../../ui/icon.tsx'
import styles from './block-comments-button.module.css'

interface BlockCommentsButtonProps {
  /** The block as it is called in the editor. */
  block: string
  /** How many threads on it are open. */
  open: number
  /** The block under the caret: its button is the next stop of the Tab key. */
  current: boolean
  onOpen: () => void
}

/** The way to what is said about one block. Without threads it is shown where one writes or points. */
export function BlockCommentsButton({ block, open, current, onOpen }: BlockCommentsButtonProps) {
  const words = useCompanyText()
  const label = words.blockButton(block, open)
  return (
    <button
      type="button"
      className={styles.button}
      data-quiet={(open === 0 && !current) || undefined}
      tabIndex={current ? 0 : -1}
      aria-label={label}
      title={label}
      onClick={onOpen}
    >
      <Icon name="comment" />
      {open > 0 ? open : null}
    </button>
  )
}
