import { useBlocker } from '@tanstack/react-router'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

interface LeaveGuardProps {
  unsaved: boolean
  /** Answers whether it was saved; null: what is left behind cannot be saved as it is. */
  save: (() => Promise<unknown>) | null
  /** What would be lost; absent: what an article's form says. */
  lead?: string
}

/** Asks before unsaved text is left behind: in a dialog within the desk, by the browser's own question when the page goes away. */
export function LeaveGuard({ unsaved, save, lead }: LeaveGuardProps) {
  const words = useDeskText().form
  const blocker = useBlocker({ shouldBlockFn: () => unsaved, enableBeforeUnload: () => unsaved, withResolver: true })
  if (blocker.status !== 'blocked') return null
  const { proceed, reset } = blocker
  const saveAndLeave = async (): Promise<void> => {
    if (await save?.()) proceed()
    else reset()
  }
  return (
    <Dialog
      open
      onClose={reset}
      title={words.leaveTitle}
      lead={lead ?? words.leaveLead}
      actions={
        <>
          {save ? (
            <Button variant="primary" onClick={() => void saveAndLeave()}>
              {words.saveAndLeave}
            </Button>
          ) : null}
          <Button onClick={proceed}>{words.leave}</Button>
          <Button onClick={reset}>{words.stay}</Button>
        </>
      }
    />
  )
}
