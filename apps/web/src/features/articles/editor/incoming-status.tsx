import type { LegacyFont } from '@bantin/shared/conversions'
import { useConversionText } from '../../../lib/i18n/desk/use-conversion-text.ts'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { NoticeLine } from '../../../ui/notice-line.tsx'
import type { Pasted } from './paste.ts'
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
        <NoticeLine key={`${place} ${name}`} tone="notice">
          {words.media.uploading(name, Math.round(progress * 100))} <progress max={1} value={progress} aria-label={name} />
        </NoticeLine>
      ))}
      {pasted && (dropped || font) ? (
        <NoticeLine tone="notice" onClose={settle} actions={font ? <Convert font={font} pasted={pasted} settle={settle} /> : null}>
          {dropped ? <p>{words.incoming.dropped(dropped)}</p> : null}
          {font ? <p>{words.incoming.legacyFound}</p> : null}
        </NoticeLine>
      ) : null}
    </div>
  )
}

interface ConvertProps {
  font: LegacyFont
  pasted: Pasted
  settle: () => void
}

/** Whether the letters of an old font are rewritten. */
function Convert({ font, pasted, settle }: ConvertProps) {
  const words = useDeskText().editor.incoming
  const convert = (): void => {
    settle()
    pasted.convert(font)
  }
  return (
    <>
      <Button onClick={convert}>{words.convert}</Button>
      <Button onClick={settle}>{words.keep}</Button>
    </>
  )
}
