import type { ReactNode } from 'react'
import { useMediaItemText } from '../../lib/i18n/desk/use-media-item-text.ts'
import { Button } from '../../ui/button.tsx'
import { NoticeLine } from '../../ui/notice-line.tsx'

interface StaleNoticeProps {
  busy: boolean
  /** What stands now. */
  children: ReactNode
  onTake: () => void
  onKeep: () => void
}

/** Somebody else changed the same meanwhile: what he made of it, and which of both holds. */
export function StaleNotice({ busy, children, onTake, onKeep }: StaleNoticeProps) {
  const words = useMediaItemText().stale
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
        <p>{words.lead}</p>
        {children}
      </NoticeLine>
    </div>
  )
}
