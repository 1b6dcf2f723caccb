import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { TextAreaField, TextField } from '../../../ui/field.tsx'
import { useAskForm } from '../../../ui/use-ask-form.ts'
import { AskDialog, type Asked } from './ask-dialog.tsx'
import type { NoteQuestion } from './use-note-question.ts'

interface NoteDialogProps {
  asked: Asked
  question: NoteQuestion
  onSubmit: (note: string) => void
}

/** Asks for a note or a reason. */
export function NoteDialog({ asked, question, onSubmit }: NoteDialogProps) {
  const words = useDeskText().ask
  const { title, lead, label, hint, missing, oneLine = false, danger = false, submit } = question
  const form = useAskForm<string>((filled) => {
    const note = filled('note')
    return missing && note === '' ? { wrong: { note: missing } } : { send: note }
  }, onSubmit)
  const field = {
    name: 'note',
    label: missing ? label : `${label} (${words.optional})`,
    hint,
    error: form.problems.note,
    required: missing !== undefined,
    maxLength: 2000,
  }
  return (
    <AskDialog asked={asked} title={title} lead={lead} submit={submit} danger={danger} onSubmit={form.submit} formRef={form.formRef}>
      {oneLine ? <TextField {...field} /> : <TextAreaField rows={3} {...field} />}
    </AskDialog>
  )
}
