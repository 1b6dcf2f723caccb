import type { Editor } from '@tiptap/core'
import type { ReactNode, RefObject } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import styles from './tool-dialog.module.css'

interface ToolDialogProps {
  editor: Editor
  title: string
  /** What the button says that does it. */
  confirm: string
  ask: { formRef: RefObject<HTMLFormElement | null>; submit: () => void }
  onClose: () => void
  /** A further button. */
  more?: ReactNode
  children: ReactNode
}

/** A question of the toolbar; the caret is where it was when it closes. */
export function ToolDialog({ editor, title, confirm, ask, onClose, more, children }: ToolDialogProps) {
  const words = useDeskText().editor
  const backToText = (): boolean => {
    editor.view.focus()
    return false
  }
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      givesFocusBack={backToText}
      actions={
        <>
          <Button variant="primary" onClick={ask.submit}>
            {confirm}
          </Button>
          {more}
          <Button onClick={onClose}>{words.cancel}</Button>
        </>
      }
    >
      <form
        ref={ask.formRef}
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          ask.submit()
        }}
      >
        {children}
      </form>
    </Dialog>
  )
}
