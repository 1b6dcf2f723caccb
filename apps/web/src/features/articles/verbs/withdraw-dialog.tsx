import { useRef, useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/field.tsx'

/** Asks for the reason that readers will see. */
export function WithdrawDialog({ onWithdraw, onClose }: { onWithdraw: (reason: string) => void; onClose: () => void }) {
  const words = useDeskText()
  const field = useRef<HTMLInputElement>(null)
  const [missing, setMissing] = useState(false)
  const withdraw = (): void => {
    const given = field.current?.value.trim() ?? ''
    setMissing(given === '')
    if (given) onWithdraw(given)
    else field.current?.focus()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.verbs.withdrawTitle}
      lead={words.verbs.withdrawLead}
      actions={
        <>
          <Button variant="danger" onClick={withdraw}>
            {words.verbs.withdraw}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </>
      }
    >
      <TextField
        ref={field}
        label={words.verbs.reason}
        hint={words.verbs.reasonPublic}
        error={missing ? words.verbs.reasonMissing : undefined}
        required
        maxLength={2000}
      />
    </Dialog>
  )
}
