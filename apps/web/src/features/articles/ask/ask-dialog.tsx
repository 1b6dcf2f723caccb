import { type ReactNode, type RefObject, useRef } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import styles from './ask-dialog.module.css'

/** What every question before a verb has in common. */
export interface Asked {
  /** The verb is under way. */
  busy: boolean
  /** Why it was refused, or null; what was filled in is still there. */
  problem: string | null
  /** It was refused because the text looks like one of an old font. */
  looksLegacy: boolean
  onClose: () => void
  /** When it closes: whether the focus goes back to the button, or on to the answer. */
  givesFocusBack: () => boolean
}

interface AskDialogProps {
  asked: Asked
  title: string
  lead?: string
  submit: string
  danger?: boolean
  /** Sends what is filled in, or marks what is missing. */
  onSubmit: () => void
  formRef?: RefObject<HTMLFormElement | null>
  children?: ReactNode
}

/** The dialog that asks before a verb: its fields, its own button, and why it was refused. */
export function AskDialog({ asked, title, lead, submit, danger = false, onSubmit, formRef, children }: AskDialogProps) {
  const words = useDeskText()
  const own = useRef<HTMLFormElement>(null)
  return (
    <Dialog
      open
      onClose={asked.onClose}
      givesFocusBack={asked.givesFocusBack}
      title={title}
      lead={lead}
      actions={
        <>
          <Button variant={danger ? 'danger' : 'primary'} busy={asked.busy} onClick={onSubmit}>
            {submit}
          </Button>
          <Button onClick={asked.onClose}>{words.cancel}</Button>
        </>
      }
    >
      {/* Enter in a field does nothing: what it would do is seen by everybody. */}
      <form ref={formRef ?? own} className={styles.fields} noValidate onSubmit={(event) => event.preventDefault()}>
        {children}
      </form>
      <p role="alert" className={styles.problem}>
        {asked.problem}
      </p>
    </Dialog>
  )
}
