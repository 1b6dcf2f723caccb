import { useRedirectsText } from '../../lib/i18n/desk/use-redirects-text.ts'
import { Button } from '../../ui/button.tsx'
import styles from './import-dialog.module.css'
import type { ImportResult } from './import-lines.ts'
import { sayFault } from './say-fault.ts'

interface FaultyLinesProps {
  result: ImportResult
  busy: boolean
  /** The right lines are to go in without these. */
  onRest: () => void
}

/** Nobody mends more than this at a time. */
const shown = 100

/** The lines that were not taken, each with what is wrong with it. */
export function FaultyLines({ result, busy, onRest }: FaultyLinesProps) {
  const { faults, import: words } = useRedirectsText()
  const { faulty, all, created, unchanged } = result
  const taken = created + unchanged
  return (
    <>
      <p className={styles.problem}>
        {words.faulty(faulty.length, all)} {taken > 0 ? words.taken(taken) : null}
      </p>
      <ul className={styles.faulty}>
        {faulty.slice(0, shown).map(({ line, codes }) => (
          <li key={line.number} className={styles.line}>
            <p>
              <strong>{words.line(line.number)}:</strong> {codes.map((code) => sayFault(code, faults)).join(' ')}
            </p>
            <p className={styles.text}>{line.text}</p>
          </li>
        ))}
      </ul>
      {faulty.length > shown ? <p>{words.more(faulty.length - shown)}</p> : null}
      {faulty.length + taken < all ? (
        <Button busy={busy} onClick={onRest}>
          {words.rest}
        </Button>
      ) : null}
    </>
  )
}
