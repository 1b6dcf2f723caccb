import { type LineOutcome, lineOutcomes } from '@bantin/shared/organization-import'
import { useState } from 'react'
import { ApiError } from '../../../lib/api-error.ts'
import { formatNumber } from '../../../lib/format.ts'
import { useImportText } from '../../../lib/i18n/desk/use-import-text.ts'
import { useLocale } from '../../../lib/i18n/locale.ts'
import { saveFile } from '../../../lib/save-file.ts'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choices.tsx'
import { ConfirmButton } from '../../../ui/confirm-button.tsx'
import type { Saying } from '../../../ui/said-line.tsx'
import { Table } from '../../../ui/table.tsx'
import styles from '../organization.module.css'
import { useRefusal } from '../use-refusal.ts'
import own from './import-view.module.css'
import { refusedCsv } from './refused-csv.ts'
import type { TableDraft, TableOutcome } from './table-draft.ts'
import { type SaidLine, useSaidLines } from './use-said-lines.ts'
import type { TableImport } from './use-table-import.ts'

interface LinesProps {
  draft: TableDraft
  outcome: TableOutcome
  work: TableImport
  saying: Saying
}

/** As many lines as are shown at once: tables have up to twenty thousand. */
const shownAtOnce = 100

/** What each line would come to, or came to; and the button that takes the table in. */
export function ImportLines({ draft, outcome, work, saying }: LinesProps) {
  const words = useImportText()
  const locale = useLocale()
  const [only, setOnly] = useState<LineOutcome | 'all'>(outcome.counts.refused > 0 ? 'refused' : 'all')
  const said = useSaidLines(work.about, draft, outcome)
  const counts = { all: outcome.lines.length, ...outcome.counts }
  const lines = only === 'all' ? said : said.filter((line) => line.outcome === only)
  const name = words.files[work.about]
  const download = (): void => saveFile(new Blob([refusedCsv(draft.table, said, words)], { type: 'text/csv' }), `${name}.csv`)
  return (
    <section className={styles.fields} aria-label={words.outcomesLabel}>
      <p role="status">{(work.isTaken ? words.was : words.would)(outcome.counts)}</p>
      <fieldset className={own.outcomes}>
        <legend className={styles.soft}>{words.show}</legend>
        {(['all', ...lineOutcomes] as const)
          .filter((one) => one === 'all' || one === only || counts[one] > 0)
          .map((one) => (
            <Choice key={one} type="radio" name="outcome" checked={only === one} onChange={() => setOnly(one)}>
              {`${words.outcomes[one]} (${formatNumber(counts[one], locale)})`}
            </Choice>
          ))}
      </fieldset>
      <Lines key={only} lines={lines} />
      <div className={own.buttons}>
        {work.isTaken ? null : <Take outcome={outcome} work={work} saying={saying} />}
        {counts.refused > 0 ? <Button onClick={download}>{words.refusedFile}</Button> : null}
      </div>
    </section>
  )
}

function Take({ outcome, work, saying }: Pick<LinesProps, 'outcome' | 'work' | 'saying'>) {
  const words = useImportText()
  const refusal = useRefusal()
  const { created, changed, refused } = outcome.counts
  const take = (): void => {
    saying.hush()
    work.take({
      onDone: (answer) => saying.done(words.done((answer.units ?? answer.people ?? outcome).counts)),
      onFailed: (error) => saying.failed(error instanceof ApiError ? refusal(error, words.changedSince).text : refusal(error).text),
    })
  }
  if (created + changed === 0) return <p className={styles.soft}>{words.nothingToTake}</p>
  return (
    <ConfirmButton
      variant="primary"
      danger={false}
      busy={work.isBusy}
      title={words.confirmTitle}
      lead={words.confirmLead(created, changed, refused)}
      confirm={words.take(created + changed)}
      onConfirm={take}
    >
      {work.isBusy ? words.taking : words.take(created + changed)}
    </ConfirmButton>
  )
}

function Lines({ lines }: { lines: readonly SaidLine[] }) {
  const words = useImportText()
  const [shown, setShown] = useState(shownAtOnce)
  const left = lines.length - shown
  return (
    <>
      <Table columns={words.head} className={own.lines}>
        {lines.slice(0, shown).map(({ key, line, outcome, name, notes }) => (
          <tr key={key}>
            <td>{line}</td>
            <td className={outcome === 'refused' ? own.refused : undefined}>{words.outcomes[outcome]}</td>
            <td>{name}</td>
            <td>
              {notes.length > 1 ? (
                <ul>
                  {notes.map((note) => (
                    <li key={note}>{note}</li>
                  ))}
                </ul>
              ) : (
                notes[0]
              )}
            </td>
          </tr>
        ))}
      </Table>
      {left > 0 ? (
        <div>
          <Button onClick={() => setShown(shown + shownAtOnce)}>{words.more(Math.min(left, shownAtOnce), left)}</Button>
        </div>
      ) : null}
    </>
  )
}
