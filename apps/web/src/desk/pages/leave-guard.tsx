import { useBlocker } from '@tanstack/react-router'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** Asks before unsaved text is left behind: in a dialog within the desk, by the browser's own question when the page goes away. */
export function LeaveGuard({ unsaved, save }: { unsaved: boolean; save: () => Promise<unknown> }) {
  const words = useDeskText().form
  const blocker = useBlocker({ shouldBlockFn: () => unsaved, enableBeforeUnload: () => unsaved, withResolver: true })
  if (blocker.status !== 'blocked') return null
  const { proceed, reset } = blocker
  const saveAndLeave = async (): Promise<void> => {
    if (await save()) proceed()
    else reset()
  }
  return (
    <Dialog
      open
      onClose={reset}
      title={words.leaveTitle}
      lead={words.leaveLead}
      actions={
        <>
          <Button variant="primary" onClick={() => void saveAndLeave()}>
            {words.saveAndLeave}
          </Button>
          <Button onClick={proceed}>{words.leave}</Button>
          <Button onClick={reset}>{words.stay}</Button>
        </>
      }
    />
  )
}
