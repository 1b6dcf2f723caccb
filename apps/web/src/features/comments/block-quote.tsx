import { useCommentsText } from '../../lib/i18n/desk/use-comments-text.ts'
import { Button } from '../../ui/button.tsx'
import styles from './comments-panel.module.css'

interface BlockQuoteProps {
  /** Its place in the text, from one. */
  place: number
  /** What it says now; null when it is not in the text any more. */
  text: string | null
  onBlock: () => void
}

/** Which block is talked about: its place, the beginning of what it says, and the way to it. */
export function BlockQuote({ place, text, onBlock }: BlockQuoteProps) {
  const words = useCommentsText()
  return (
    <div className={styles.head}>
      <h3 className={styles.name}>{text === null ? words.detached : words.aboutBlock(place)}</h3>
      {text ? <blockquote className={styles.quote}>{text}</blockquote> : null}
      {text === null ? null : (
        <Button variant="quiet" className={styles.go} onClick={onBlock}>
          {words.toBlock(place)}
        </Button>
      )}
    </div>
  )
}
