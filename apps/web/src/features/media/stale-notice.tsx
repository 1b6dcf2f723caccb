import type { ReactNode } from 'react'
import { formatMoment } from '../../lib/format.ts'
import { useMediaItemText } from '../../lib/i18n/desk/use-media-item-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { NoticeLine } from '../../ui/notice-line.tsx'
import type { StaleMedia } from './use-save-media.ts'

interface StaleNoticeProps {
  stale: StaleMedia
  busy: boolean
  /** What stands now. */
  children: ReactNode
  onTake: () => void
  onKeep: () => void
}

/** Somebody else changed the same meanwhile: what he made of it, and which of both holds. */
export function StaleNotice({ stale: { current }, busy, children, onTake, onKeep }: StaleNoticeProps) {
  const words = useMediaItemText().stale
  const locale = useLocale()
  return (
    <div role="alert">
      <NoticeLine
        tone="notice"
        actions={
          <>
            <Button busy={busy} onClick={onTake}>
              {words.take}
            </Button>
            <Button busy={busy} onClick={onKeep}>
              {words.keep}
            </Button>
          </>
        }
      >
        <p>{words.lead(current.changedBy, formatMoment(current.changedAt, locale))}</p>
        {children}
      </NoticeLine>
    </div>
  )
}
