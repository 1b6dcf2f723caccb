import { type ReactNode, useRef, useState } from 'react'
import { useDeskText } from '../lib/i18n/desk/use-desk-text.ts'
import { Button, type ButtonProps } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface ConfirmButtonProps extends Omit<ButtonProps, 'onClick'> {
  title: string
  lead: ReactNode
  /** What the button of the dialog says. */
  confirm: string
  /** Why it cannot be done now: the dialog says that, and offers nothing. */
  refusal?: string | null
  /** Says what came of it in a place that takes the focus: the pressed button has often left the page by then. */
  onConfirm: () => void
  danger?: boolean
}

/** A button that asks once more before it acts. */
export function ConfirmButton({ title, lead, confirm, refusal = null, onConfirm, danger = true, ...button }: ConfirmButtonProps) {
  const words = useDeskText()
  const [asking, setAsking] = useState(false)
  const confirmed = useRef(false)
  const ask = (): void => {
    confirmed.current = false
    setAsking(true)
  }
  const act = (): void => {
    confirmed.current = true
    setAsking(false)
    onConfirm()
  }
  return (
    <>
      <Button {...button} onClick={ask} />
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={title}
        lead={refusal ?? lead}
        givesFocusBack={() => !confirmed.current}
        actions={
          <>
            {refusal === null ? (
              <Button variant={danger ? 'danger' : 'primary'} onClick={act}>
                {confirm}
              </Button>
            ) : null}
            <Button onClick={() => setAsking(false)}>{refusal === null ? words.cancel : words.close}</Button>
          </>
        }
      />
    </>
  )
}
