import { type ReactNode, type RefObject, useId, useRef, useState } from 'react'
import { ApiError } from '../../../lib/api-error.ts'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { AskForm } from '../../../ui/ask-form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useSayFailure } from '../../../ui/use-say-failure.ts'
import styles from './second-factor.module.css'

/** A dialog that stays open, with all that was filled in, until the API takes it. */
export function useFactorDialog(onTry: () => void) {
  const sayFailure = useSayFailure()
  const [isOpen, setIsOpen] = useState(false)
  const [failure, setFailure] = useState('')
  const isDone = useRef(false)
  return {
    isOpen,
    failure,
    setFailure,
    open: (): void => {
      onTry()
      isDone.current = false
      setFailure('')
      setIsOpen(true)
    },
    close: (): void => setIsOpen(false),
    finish: (): void => {
      isDone.current = true
      setIsOpen(false)
    },
    refuse: (error: unknown, onWrong: () => void): void => {
      if (error instanceof ApiError && error.code === 'confirmation_failed') onWrong()
      else setFailure(sayFailure(error))
    },
    givesFocusBack: (): boolean => !isDone.current,
  }
}

interface FactorDialogProps {
  dialog: ReturnType<typeof useFactorDialog>
  form: { formRef: RefObject<HTMLFormElement | null>; submit: () => void }
  busy: boolean
  /** What the button says that opens it. */
  button: string
  title: string
  lead: string
  submit: string
  danger?: boolean
  children: ReactNode
}

/** The button, and the dialog that asks whoever presses it to prove that it is the person of the account. */
export function FactorDialog({ dialog, form, busy, button, title, lead, submit, danger = false, children }: FactorDialogProps) {
  const words = useDeskText()
  const id = useId()
  const submitAnew = (): void => {
    dialog.setFailure('')
    form.submit()
  }
  return (
    <>
      <Button onClick={dialog.open}>{button}</Button>
      <Dialog
        open={dialog.isOpen}
        // What is under way may answer with what is shown only once.
        onClose={busy ? undefined : dialog.close}
        givesFocusBack={dialog.givesFocusBack}
        title={title}
        lead={lead}
        actions={
          <>
            <Button type="submit" form={id} variant={danger ? 'danger' : 'primary'} busy={busy}>
              {submit}
            </Button>
            <Button busy={busy} onClick={dialog.close}>
              {words.cancel}
            </Button>
          </>
        }
      >
        <AskForm form={{ formRef: form.formRef, submit: submitAnew }} busy={busy} id={id} className={styles.step}>
          {children}
          <p role="alert" className={styles.failure}>
            {dialog.failure}
          </p>
        </AskForm>
      </Dialog>
    </>
  )
}
