import { useRef, useState } from 'react'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useRedirectsText } from '../../lib/i18n/desk/use-redirects-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { TextAreaField } from '../../ui/field.tsx'
import { FaultyLines } from './faulty-lines.tsx'
import styles from './import-dialog.module.css'
import { useImport } from './use-import.ts'

interface ImportDialogProps {
  /** All lines are in; what to say of it. */
  onDone: (said: string) => void
  onClose: () => void
}

/** Takes a pasted list. It stays until every line is in or it is left; a press outside loses nothing. */
export function ImportDialog({ onDone, onClose }: ImportDialogProps) {
  const { cancel } = useDeskText()
  const words = useRedirectsText().import
  const area = useRef<HTMLTextAreaElement>(null)
  const done = useRef(false)
  const [missing, setMissing] = useState(false)
  const { progress, result, error, run } = useImport()
  const submit = async (rest = false): Promise<void> => {
    const pasted = area.current?.value ?? ''
    setMissing(pasted.trim() === '')
    if (!area.current || pasted.trim() === '') return area.current?.focus()
    const came = await run(pasted, rest)
    done.current = came?.faulty.length === 0
    if (came && done.current) return onDone(words.done(came.created, came.unchanged))
    // What went in is taken off the list: what remains is to be mended.
    if (came && rest) area.current.value = came.faulty.map(({ line }) => line.text).join('\n')
  }
  const actions = (
    <>
      <Button variant="primary" busy={progress !== null} onClick={() => void submit()}>
        {progress && progress.all > 0 ? words.submitting(progress.done, progress.all) : words.submit}
      </Button>
      <Button onClick={onClose}>{cancel}</Button>
    </>
  )
  return (
    <Dialog open wide title={words.title} lead={words.lead} givesFocusBack={() => !done.current} actions={actions}>
      <TextAreaField
        ref={area}
        label={words.lines}
        rows={8}
        wrap="off"
        spellCheck={false}
        placeholder={words.example}
        error={missing ? words.missing : undefined}
      />
      <div role="status" className={styles.result}>
        {result && result.faulty.length > 0 ? (
          <FaultyLines result={result} busy={progress !== null} onRest={() => void submit(true)} />
        ) : null}
      </div>
      {error ? <ErrorNotice error={error} onRetry={() => void submit()} /> : null}
    </Dialog>
  )
}
