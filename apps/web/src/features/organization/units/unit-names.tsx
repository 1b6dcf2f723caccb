import type { EditorialUnit, UnitPatch } from '@bantin/shared/editorial-units'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { useUnitText } from '../../../lib/i18n/desk/use-unit-text.ts'
import { AskForm } from '../../../ui/ask-form.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { PageSection } from '../../../ui/page-section.tsx'
import type { Saying } from '../../../ui/said-line.tsx'
import { SaveBar } from '../../../ui/save-bar.tsx'
import type { FieldProblems } from '../../../ui/use-ask-form.ts'
import styles from '../organization.module.css'
import { readRows } from '../read-rows.ts'
import { useRows } from '../use-rows.ts'
import { type Outcome, useVersionedForm } from '../use-versioned-form.ts'
import { PeriodRows } from './period-rows.tsx'
import { saveUnitMutation, unitQuery } from './units.api.ts'

interface UnitNamesProps {
  unit: EditorialUnit
  saying: Saying
}

/** What a unit was, is and will be called, each for a period; saved as a whole list. */
export function UnitNames({ unit, saying }: UnitNamesProps) {
  const words = useUnitText().names
  const { form, rows, edit } = useNames(unit, saying)
  return (
    <PageSection title={words.title}>
      <AskForm key={edit.key} form={form} busy={edit.busy} className={styles.fields} onInput={edit.typed}>
        <PeriodRows
          list="names"
          rows={rows.rows}
          problems={form.problems}
          legend={words.one}
          removeLabel={({ name }) => words.remove(name)}
          onRemove={(key) => {
            edit.typed()
            rows.remove(key)
          }}
        >
          {({ key, item }, at) => (
            <div className={styles.pair}>
              <TextField
                name={`names/${key}/name`}
                label={words.name}
                required
                maxLength={200}
                autoComplete="off"
                defaultValue={item.name}
                error={form.problems[`names/${at}/name`]}
              />
              <TextField
                name={`names/${key}/shortName`}
                label={words.shortName}
                maxLength={60}
                autoComplete="off"
                defaultValue={item.shortName ?? ''}
              />
            </div>
          )}
        </PeriodRows>
        <div>
          <Button
            onClick={() => {
              edit.typed()
              rows.add({ name: '', shortName: null, from: null, through: null })
            }}
          >
            {words.add}
          </Button>
        </div>
        <SaveBar isChanged={edit.isTyped} busy={edit.busy} onSave={form.submit} onUndo={edit.undo} />
      </AskForm>
    </PageSection>
  )
}

function useNames(unit: EditorialUnit, saying: Saying) {
  const { days, missing } = useOrganizationText()
  const words = useUnitText().names
  const client = useQueryClient()
  const { mutateAsync: save } = useMutation(saveUnitMutation())
  const edit = useVersionedForm<EditorialUnit, UnitPatch>(unit, saying, {
    shownOf: ({ names }) => ({ [words.label]: names }),
    read: (filled, _shown, form): Outcome<UnitPatch> => {
      const read = readRows('names', rows.rows, filled, form, days)
      const wrong: FieldProblems = { ...read.wrong }
      const names = rows.rows.map(({ key }, at) => {
        const name = filled(`names/${key}/name`)
        if (!name) wrong[`names/${at}/name`] = missing
        return { name, shortName: filled(`names/${key}/shortName`) || null, from: null, through: null, ...read.days[at] }
      })
      if (names.length === 0) wrong.names = missing
      return Object.keys(wrong).length > 0 ? { wrong } : { send: { names } }
    },
    save,
    readAgain: () => client.fetchQuery(unitQuery(unit.id)),
    saved: words.saved,
  })
  const rows = useRows<EditorialUnit['names'][number]>(edit.key, edit.shown.names)
  return { form: edit.form, rows, edit }
}
