import type { EditorialBlocYear, EmulationImport, EmulationRow } from '@bantin/shared/editorial-emulation'
import type { Table as ReadTable } from '@bantin/shared/tables'
import { useState } from 'react'
import { formatScore } from '../../../lib/format.ts'
import { useBlocsText } from '../../../lib/i18n/desk/use-blocs-text.ts'
import { useLocale } from '../../../lib/i18n/locale.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorNotice } from '../../../ui/error-notice.tsx'
import { PageSection, SectionButtons, SectionNote } from '../../../ui/page-section.tsx'
import type { Saying } from '../../../ui/said-line.tsx'
import { ScrollBox } from '../../../ui/scroll-box.tsx'
import { Table } from '../../../ui/table.tsx'
import organization from '../organization.module.css'
import { ColumnChoices } from '../tables/column-choices.tsx'
import { TableSource } from '../tables/table-source.tsx'
import styles from './blocs.module.css'
import { emulationFields } from './emulation-columns.ts'
import { scoreFields } from './score-lines.ts'
import { type Taking, useTaking } from './use-taking.ts'

interface TakeTableProps {
  year: EditorialBlocYear
  saying: Saying
  onDone: () => void
}

/** Takes the results of a year from a table: it is read, columns are chosen, each row is tried, and then it is saved as proposed. */
export function TakeTable({ year, saying, onDone }: TakeTableProps) {
  const words = useBlocsText().taking
  const [table, setTable] = useState<ReadTable | null>(null)
  const taken = (count: number): void => {
    onDone()
    saying.done(words.saved(String(count)))
  }
  return (
    <PageSection title={words.title}>
      <SectionNote>{words.lead}</SectionNote>
      {year.status === 'decided' ? <p className={organization.problem}>{words.wasDecided}</p> : null}
      {table ? <Trying year={year} table={table} onTaken={taken} onAgain={() => setTable(null)} /> : <TableSource onTable={setTable} />}
    </PageSection>
  )
}

interface TryingProps {
  year: EditorialBlocYear
  table: ReadTable
  onTaken: (count: number) => void
  onAgain: () => void
}

function Trying({ year, table, onTaken, onAgain }: TryingProps) {
  const words = useBlocsText()
  const taking = useTaking(year, table, onTaken)
  const { mapping, setMapping, trial, sent, busy, refused } = taking
  const answer = sent ? trial.data : undefined
  const hasFaults = answer?.rows.some(({ problems }) => problems.length > 0) ?? true
  const isTried = sent !== null && !trial.isPlaceholderData && !trial.isFetching && answer !== undefined
  const fields = emulationFields.map((field) => ({
    field,
    label: words.year.columns[field],
    error: field === 'member' && mapping.member === undefined ? words.taking.memberMissing : undefined,
  }))
  return (
    <>
      <h3>{words.taking.columns}</h3>
      <ColumnChoices columns={table.columns} fields={fields} mapping={mapping} onMapping={setMapping} />
      <h3>{words.taking.rows}</h3>
      <SectionNote>{words.taking.rowsHint}</SectionNote>
      <Rows table={table} taking={taking} answer={answer} />
      {trial.error ? <ErrorNotice error={trial.error} onRetry={() => void trial.refetch()} /> : null}
      <Summary taking={taking} answer={answer} rows={table.rows.length} />
      <p role="alert" className={organization.problem}>
        {refused === 'stale' ? words.taking.reload : refused}
      </p>
      <SectionButtons>
        {isTried && !hasFaults ? (
          <Button variant="primary" busy={busy} onClick={taking.take}>
            {words.taking.save}
          </Button>
        ) : null}
        <Button onClick={onAgain}>{words.taking.again}</Button>
      </SectionButtons>
    </>
  )
}

function Summary({ taking, answer, rows }: { taking: Taking; answer: EmulationImport | undefined; rows: number }) {
  const words = useBlocsText().taking
  const wrong = answer?.rows.filter(({ problems }) => problems.length > 0) ?? []
  const say = (): string => {
    if (taking.left.size === rows) return words.noneTaken
    if (!answer) return taking.sent && taking.trial.isFetching ? words.trying : ''
    return wrong.length > 0 ? words.bad(String(wrong.length)) : words.good(String(answer.rows.length))
  }
  const ranking = taking.mapping.rank === undefined ? 'final' : 'given'
  return (
    <div role="status">
      <p>
        <strong>{say()}</strong>
      </p>
      <ul className={styles.faults}>
        {wrong.map(({ line, member, problems }) => (
          <li key={line}>{words.lineFaults(String(line), member, problems.map(({ code }) => words.faults[code]).join(' '))}</li>
        ))}
      </ul>
      {answer && answer.missing.length > 0 ? <p>{words.missing(answer.missing.map(({ name }) => name).join('; '))}</p> : null}
      {answer ? (
        <p className={styles.soft}>
          {words.ranking}: {words.rankings[ranking]}. {ranking === 'final' ? words.ties : ''}
        </p>
      ) : null}
    </div>
  )
}

/** Every row of the table, with what it was taken for, or what is wrong about it. */
function Rows({ table, taking, answer }: { table: ReadTable; taking: Taking; answer: EmulationImport | undefined }) {
  const words = useBlocsText()
  const byLine = new Map(answer?.rows.map((row) => [row.line, row]))
  const columns = [words.taking.line, words.taking.understood, ...scoreFields.map((field) => words.year.columns[field])]
  return (
    <ScrollBox label={words.taking.rows}>
      <Table columns={columns} className={styles.scores}>
        {table.rows.map((cells, at) => {
          const line = table.lines[at] ?? at + 1
          const called = cells[taking.mapping.member ?? -1] ?? cells.find((cell) => cell.trim()) ?? ''
          const isLeft = taking.left.has(at)
          return (
            <tr key={line} className={isLeft ? styles.left : undefined}>
              <td>
                <label className={styles.check}>
                  <input
                    type="checkbox"
                    checked={!isLeft}
                    aria-label={words.taking.take(String(line), called)}
                    onChange={() => taking.toggle(at)}
                  />
                  {line}
                </label>
              </td>
              <Understood called={called} row={isLeft ? undefined : byLine.get(line)} />
            </tr>
          )
        })}
      </Table>
    </ScrollBox>
  )
}

function Understood({ called, row }: { called: string; row: EmulationRow | undefined }) {
  const { faults } = useBlocsText().taking
  const locale = useLocale()
  const say = (value: string | number | null): string => (typeof value === 'number' ? formatScore(value, locale) : (value ?? ''))
  const wrongOf = (field: EmulationRow['problems'][number]['field']) =>
    row?.problems
      .filter((problem) => problem.field === field)
      .map(({ code }) => (
        <p key={code} className={styles.wrong}>
          {faults[code]}
        </p>
      ))
  return (
    <>
      <td lang="vi" className={styles.member}>
        {row?.name ?? called}
        {row?.name && row.name !== row.member ? <p className={styles.soft}>“{row.member}”</p> : null}
        {wrongOf('member')}
      </td>
      {scoreFields.map((field) => (
        <td key={field}>
          {row ? say(row[field]) : ''}
          {wrongOf(field)}
        </td>
      ))}
    </>
  )
}
