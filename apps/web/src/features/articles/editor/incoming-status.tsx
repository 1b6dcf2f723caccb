import { useConversionText } from '../../../lib/i18n/desk/use-conversion-text.ts'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import styles from './body-editor.module.css'
import type { Incoming } from './use-incoming.ts'

/** How far files are, and what became of what was pasted: what was left out, and whether its letters are of an old font. */
export function IncomingStatus({ uploads, pasted, settle }: Incoming) {
  const words = useDeskText().editor
  const { whats, otherWhat } = useConversionText()
  const dropped = pasted?.dropped.map(({ what }) => whats[what] ?? otherWhat(what)).join(', ')
  const font = pasted?.legacyFont
  return (
    <div role="status">
      {uploads.map(({ name, progress }, place) => (
        <p key={`${place} ${name}`} className={styles.said}>
          {words.media.uploading(name, Math.round(progress * 100))}
          <progress max={1} value={progress} aria-label={name} />
        </p>
      ))}
      {dropped ? <p className={styles.said}>{words.incoming.dropped(dropped)}</p> : null}
      {pasted && font ? (
        <p className={styles.said}>
          {words.incoming.legacyFound}{' '}
          <Button
            onClick={() => {
              settle()
              pasted.convert(font)
            }}
          >
            {words.incoming.convert}
          </Button>
          <Button onClick={settle}>{words.incoming.keep}</Button>
        </p>
      ) : null}
    </div>
  )
}
