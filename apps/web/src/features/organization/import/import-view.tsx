import { useState } from 'react'
import { useImportText } from '../../../lib/i18n/desk/use-import-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Choice, ChoiceProblem, Choices } from '../../../ui/choices.tsx'
import { TextField } from '../../../ui/field.tsx'
import { PageSection } from '../../../ui/page-section.tsx'
import type { Saying } from '../../../ui/said-line.tsx'
import styles from '../organization.module.css'
import { ColumnChoices } from '../tables/column-choices.tsx'
import { TableSource } from '../tables/table-source.tsx'
import { useRefusal } from '../use-refusal.ts'
import { ImportLines } from './import-lines.tsx'
import own from './import-view.module.css'
import { fieldsOf, lacksOf, type TableDraft } from './table-draft.ts'
import type { TableImport } from './use-table-import.ts'

interface Part {
  work: TableImport
  saying: Saying
}

/** A table is pasted or sent, read by its columns and tried; only then it can be taken in. */
export function ImportView({ work, saying }: Part) {
  const words = useImportText()
  const { draft, about, outcome } = work
  return (
    <PageSection title={words.title}>
      <Choices legend={words.about}>
        {(['units', 'people'] as const).map((one) => (
          <Choice
            key={one}
            type="radio"
            name="about"
            checked={about === one}
            disabled={work.isBusy}
            onChange={() => work.choose(one)}
            hint={words.abouts[one].hint}
          >
            {words.abouts[one].name}
          </Choice>
        ))}
      </Choices>
      {draft ? <Reading key={about} draft={draft} work={work} /> : <TableSource onTable={work.begin} />}
      {draft && outcome ? <ImportLines draft={draft} outcome={outcome} work={work} saying={saying} /> : null}
    </PageSection>
  )
}

/** How the table is read. What is changed here makes the trial void. */
function Reading({ draft, work }: { draft: TableDraft; work: TableImport }) {
  const words = useImportText()
  const { about, isBusy, isTaken, outcome } = work
  const { table, mapping, codeScheme } = draft
  const [isChecked, setChecked] = useState(false)
  const labels: Record<string, string> = words.fields[about]
  const lacks = isChecked ? lacksOf(about, mapping) : []
  const fields = fieldsOf(about).map((field) => ({
    field,
    label: labels[field] ?? field,
    error: lacks.includes(field) ? words.needed[about] : undefined,
  }))
  const check = (): void => {
    setChecked(true)
    if (lacksOf(about, mapping).length === 0) work.tryIt()
  }
  return (
    <>
      <div className={own.came}>
        <p>{words.came(table.rows.length, table.columns.length)}</p>
        <Button busy={isBusy} onClick={work.leave}>
          {words.another}
        </Button>
      </div>
      {isTaken ? null : (
        <>
          <details open={outcome === null || undefined} className={own.reading}>
            <summary>{words.columns}</summary>
            <p className={styles.soft}>{words.columnsHint}</p>
            <ColumnChoices columns={table.columns} fields={fields} mapping={mapping} onMapping={(next) => work.change({ mapping: next })} />
          </details>
          {mapping.codeScheme === undefined ? (
            <div className={styles.narrow}>
              <TextField
                label={words.scheme}
                hint={words.schemeHint}
                maxLength={40}
                autoComplete="off"
                defaultValue={codeScheme}
                onChange={(event) => work.change({ codeScheme: event.target.value })}
              />
            </div>
          ) : null}
          <Trial error={work.error} />
          <div>
            <Button variant={outcome ? 'plain' : 'primary'} busy={isBusy} onClick={check}>
              {isBusy ? words.checking : words.check}
            </Button>
          </div>
        </>
      )}
    </>
  )
}

function Trial({ error }: { error: unknown }) {
  const words = useImportText()
  const refusal = useRefusal()
  const sayError = (): string => {
    const { field, text } = refusal(error)
    return field?.endsWith('/columns') ? words.unknownColumns : text
  }
  return <ChoiceProblem>{error ? sayError() : undefined}</ChoiceProblem>
}
