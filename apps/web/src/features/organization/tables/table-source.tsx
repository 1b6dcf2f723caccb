import type { Table } from '@bantin/shared/tables'
import { useMutation } from '@tanstack/react-query'
import { ApiError } from '../../../lib/api-error.ts'
import { useTablesText } from '../../../lib/i18n/desk/use-tables-text.ts'
import { AskForm } from '../../../ui/ask-form.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceProblem } from '../../../ui/choices.tsx'
import { DropZone } from '../../../ui/drop-zone.tsx'
import { TextAreaField } from '../../../ui/field.tsx'
import { FileButton } from '../../../ui/file-button.tsx'
import { useAskForm } from '../../../ui/use-ask-form.ts'
import { useSayFailure } from '../../../ui/use-say-failure.ts'
import { readTableMutation } from './tables.api.ts'
import styles from './tables.module.css'

/** Takes a table from elsewhere: pasted as a spreadsheet copies it, or as a file. What it says is nobody's before it is mapped. */
export function TableSource({ onTable }: { onTable: (table: Table) => void }) {
  const words = useTablesText()
  const sayProblem = useSayProblem()
  const { mutate, isPending: busy } = useMutation(readTableMutation())
  const read = (from: { text: string } | { file: File }): void =>
    mutate(from, {
      onSuccess: (table) => (table.rows.length === 0 ? form.refuse({ text: words.noRows }) : onTable(table)),
      onError: (error) => form.refuse({ ['file' in from ? 'all' : 'text']: sayProblem(error) }),
    })
  const form = useAskForm<string>(
    (_filled, typed) => (typed('text').trim() ? { send: typed('text') } : { wrong: { text: words.nothing } }),
    (text) => read({ text }),
  )
  const take = ([file]: File[]): void => {
    if (file && !busy) read({ file })
  }
  return (
    <DropZone label={words.drop} onFiles={take}>
      <AskForm form={form} busy={busy} className={styles.source}>
        <ChoiceProblem>{form.problems.all}</ChoiceProblem>
        <TextAreaField name="text" label={words.paste} hint={words.pasteHint} rows={6} spellCheck={false} error={form.problems.text} />
        <div className={styles.buttons}>
          <Button variant="primary" busy={busy} onClick={form.submit}>
            {busy ? words.reading : words.read}
          </Button>
          <FileButton accept=".xlsx,.csv,text/csv" busy={busy} onFiles={take}>
            {words.choose}
          </FileButton>
        </div>
      </AskForm>
    </DropZone>
  )
}

function useSayProblem(): (error: unknown) => string {
  const words = useTablesText()
  const sayFailure = useSayFailure()
  return (error) => (error instanceof ApiError ? (words.problems[error.code] ?? sayFailure(error)) : sayFailure(error))
}
