import { useRef } from 'react'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useHandOverText } from '../../lib/i18n/desk/use-hand-over-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import type { ArticleLink } from './hand-over-part.tsx'
import { HandOverReceipt } from './hand-over-receipt.tsx'
import { HandOverSheetForm } from './hand-over-sheet.tsx'
import { type HandOverWork, useHandOver } from './use-hand-over.ts'

interface HandOverDialogProps {
  user: { id: string; name: string }
  articleLink: ArticleLink
  onDone: () => void
  onClose: () => void
}

/** One sheet with all that a person has under way, a decision about each part, and one button. */
export function HandOverDialog({ user, articleLink, onDone, onClose }: HandOverDialogProps) {
  const { cancel, close } = useDeskText()
  const words = useHandOverText()
  const work = useHandOver(user.id)
  const isDone = useRef(false)
  const { query, busy, result } = work
  const finish = (): void => {
    isDone.current = true
    onDone()
  }
  const deciding = (
    <>
      {query.data ? (
        <Button variant="danger" busy={busy} onClick={work.submit}>
          {busy ? words.submitting : words.submit}
        </Button>
      ) : null}
      <Button busy={busy} onClick={onClose}>
        {query.data ? cancel : close}
      </Button>
    </>
  )
  return (
    <Dialog
      open
      wide
      // A receipt is closed by who has read it.
      onClose={result || busy ? undefined : onClose}
      givesFocusBack={() => !isDone.current}
      title={result ? words.doneTitle(user.name) : words.title(user.name)}
      lead={result ? undefined : words.lead}
      actions={result ? <Button onClick={finish}>{words.finish}</Button> : deciding}
    >
      {result ? <HandOverReceipt result={result} /> : <Sheet work={work} articleLink={articleLink} />}
    </Dialog>
  )
}

function Sheet({ work, articleLink }: { work: HandOverWork; articleLink: ArticleLink }) {
  const { data, error, refetch } = work.query
  if (data) return <HandOverSheetForm sheet={data} work={work} articleLink={articleLink} />
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  return (
    <Loading>
      <Skeleton width="short" />
      <Skeleton width="long" />
      <Skeleton />
      <Skeleton width="short" />
    </Loading>
  )
}
