import type { BlocYearInput, EditorialBlocYear } from '@bantin/shared/editorial-emulation'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { useBlocsText } from '../../../lib/i18n/desk/use-blocs-text.ts'
import { AskForm } from '../../../ui/ask-form.tsx'
import { ChoiceProblem } from '../../../ui/choices.tsx'
import { PageSection, SectionNote } from '../../../ui/page-section.tsx'
import type { Saying } from '../../../ui/said-line.tsx'
import { SaveBar } from '../../../ui/save-bar.tsx'
import { Table } from '../../../ui/table.tsx'
import type { FieldProblems } from '../../../ui/use-ask-form.ts'
import { useMedia } from '../../../ui/use-media.ts'
import organization from '../organization.module.css'
import { type Outcome, useVersionedForm } from '../use-versioned-form.ts'
import { blocYearQuery, saveBlocYearMutation } from './blocs.api.ts'
import styles from './blocs.module.css'
import { asCell } from './results-csv.ts'
import { readScores, type ScoreLine, scoreFields, scoreLines } from './score-lines.ts'

interface YearScoresProps {
  year: EditorialBlocYear
  saying: Saying
  onTyped: (isTyped: boolean) => void
}

/** The scores and ranks of a year, a line for each member, filled in where they stand and saved as a whole. */
export function YearScores({ year, saying, onTyped }: YearScoresProps) {
  const words = useBlocsText().year
  const edit = useScores(year, saying, () => onTyped(false))
  const { form } = edit
  const typed = (): void => {
    edit.typed()
    onTyped(true)
  }
  const undo = (): void => {
    edit.undo()
    onTyped(false)
  }
  if (year.members.length === 0) return <SectionNote>{words.noMembers}</SectionNote>
  return (
    <PageSection title={words.table}>
      {year.results.length === 0 ? <SectionNote>{words.empty}</SectionNote> : null}
      <AskForm key={edit.key} form={form} busy={edit.busy} className={organization.fields} onInput={typed}>
        <ChoiceProblem>{Object.entries(form.problems).find(([field]) => /^(results|legalBasis|status)/.test(field))?.[1]}</ChoiceProblem>
        <ScoreTable lines={scoreLines(edit.shown)} problems={form.problems} />
        <label className={styles.check}>
          <input type="checkbox" name="byFinal" value="yes" />
          {words.byFinal}
        </label>
        <SaveBar isChanged={edit.isTyped} busy={edit.busy} onSave={form.submit} onUndo={undo} />
      </AskForm>
    </PageSection>
  )
}

function useScores(year: EditorialBlocYear, saying: Saying, onSaved: () => void) {
  const words = useBlocsText().year
  const client = useQueryClient()
  const { mutateAsync } = useMutation(saveBlocYearMutation())
  const { blocId } = year
  const identified = (now: EditorialBlocYear) => ({ ...now, id: blocId })
  return useVersionedForm<EditorialBlocYear & { id: string }, { input: BlocYearInput }>(identified(year), saying, {
    shownOf: ({ results, status, legalBasis }) => ({ [words.label]: { results, status, legalBasis } }),
    read: (filled, shown): Outcome<{ input: BlocYearInput }> => readScores(filled, shown, words),
    save: async ({ version, patch: { input } }) => {
      const now = await mutateAsync({ blocId, year: year.year, version, input })
      onSaved()
      return identified(now)
    },
    readAgain: async () => identified(await client.fetchQuery(blocYearQuery(blocId, year.year))),
    saved: words.saved,
  })
}

interface ScoreTableProps {
  lines: readonly ScoreLine[]
  problems: FieldProblems
}

/** A table; on a narrow screen a group of fields for each member. */
function ScoreTable({ lines, problems }: ScoreTableProps) {
  const words = useBlocsText().year
  const isWide = useMedia('(min-width: 56rem)')
  if (!isWide) {
    return lines.map((line) => (
      <fieldset key={line.unitId} className={organization.row}>
        <legend lang="vi">{line.name}</legend>
        <div className={styles.pair}>
          {scoreFields.map((field) => (
            <div key={field}>
              <span className={styles.soft} aria-hidden="true">
                {words.columns[field]}
              </span>
              <Cell line={line} field={field} problems={problems} />
            </div>
          ))}
        </div>
      </fieldset>
    ))
  }
  return (
    <Table columns={[words.columns.member, ...scoreFields.map((field) => words.columns[field])]} className={styles.scores}>
      {lines.map((line) => (
        <tr key={line.unitId}>
          <td lang="vi" className={styles.member}>
            {line.name}
          </td>
          {scoreFields.map((field) => (
            <td key={field}>
              <Cell line={line} field={field} problems={problems} />
            </td>
          ))}
        </tr>
      ))}
    </Table>
  )
}

interface CellProps {
  line: ScoreLine
  field: (typeof scoreFields)[number]
  problems: FieldProblems
}

function Cell({ line, field, problems }: CellProps) {
  const words = useBlocsText().year
  const id = useId()
  const name = `${line.unitId}/${field}`
  const wrong = problems[name]
  const value = line[field]
  return (
    <>
      <input
        className={styles.cell}
        name={name}
        aria-label={words.cell(words.columns[field], line.name)}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? id : undefined}
        inputMode={field === 'note' ? undefined : 'decimal'}
        maxLength={field === 'note' ? 1000 : 20}
        autoComplete="off"
        defaultValue={typeof value === 'string' ? value : asCell(value)}
      />
      <span id={id} role="alert" className={styles.wrong}>
        {wrong}
      </span>
    </>
  )
}
