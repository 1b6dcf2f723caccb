import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { NoticeLine } from '../../../ui/notice-line.tsx'
import type { Merged } from './use-landing.ts'

/** Says that the text on the screen is now this person's and somebody else's together. Stays in sight until it is closed. */
export function MergedNotice({ merged, onClose }: { merged: Merged | null; onClose: () => void }) {
  const words = useDeskText().form
  return (
    <div role="status">
      {merged ? (
        <NoticeLine tone="success" onClose={onClose}>
          <p>{merged.who === null ? words.mergedOwn : words.merged(merged.who)}</p>
        </NoticeLine>
      ) : null}
    </div>
  )
}
