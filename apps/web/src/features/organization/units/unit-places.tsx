import type { EditorialUnit, UnitPatch } from '@bantin/shared/editorial-units'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { useUnitText } from '../../../lib/i18n/desk/use-unit-text.ts'
import { AskForm } from '../../../ui/ask-form.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceProblem } from '../../../ui/choices.tsx'
import { PageSection } from '../../../ui/page-section.tsx'
import type { Saying } from '../../../ui/said-line.tsx'
import { SaveBar } from '../../../ui/save-bar.tsx'
import type { NamedItem } from '../../../ui/search-choice.tsx'
import { Chosen, SearchField } from '../../../ui/search-field.tsx'
import styles from '../organization.module.css'
import { readRows } from '../read-rows.ts'
import { useRows } from '../use-rows.ts'
import { type Outcome, useVersionedForm } from '../use-versioned-form.ts'
import { PeriodRows } from './period-rows.tsx'
import { saveUnitMutation, unitQuery } from './units.api.ts'

interface UnitPlacesProps {
  unit: EditorialUnit
  /** The units that it can stand below. */
  parents: readonly NamedItem[]
  saying: Saying
}

/** What a unit stood, stands and will stand below, each for a period; saved as a whole list. */
export function UnitPlaces({ unit, parents, saying }: UnitPlacesProps) {
  const words = useUnitText().places
  const { form, rows, edit } = usePlaces(unit, saying)
  return (
    <PageSection title={words.title}>
      {rows.rows.length === 0 ? <p className={styles.soft}>{words.none}</p> : null}
      <AskForm key={edit.key} form={form} busy={edit.busy} className={styles.fields} onInput={edit.typed}>
        <PeriodRows
          list="parents"
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
            <Parent
              parents={parents}
              parent={item.parentId ? { id: item.parentId, name: item.name } : null}
              problem={form.problems[`parents/${at}/parentId`]}
              onChoose={({ id, name }) => {
                edit.typed()
                rows.change(key, { ...item, parentId: id, name })
              }}
            />
          )}
        </PeriodRows>
        <div>
          <Button
            onClick={() => {
              edit.typed()
              rows.add({ parentId: '', name: '', from: null, through: null })
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

interface ParentProps {
  parents: readonly NamedItem[]
  parent: NamedItem | null
  problem: string | undefined
  onChoose: (parent: NamedItem) => void
}

function Parent({ parents, parent, problem, onChoose }: ParentProps) {
  const words = useUnitText().places
  return (
    <SearchField id={useId()} label={words.unit} items={parents} onChoose={onChoose}>
      <ChoiceProblem>{problem}</ChoiceProblem>
      <Chosen label={words.chosen} item={parent} />
    </SearchField>
  )
}

function usePlaces(unit: EditorialUnit, saying: Saying) {
  const { days } = useOrganizationText()
  const words = useUnitText().places
  const client = useQueryClient()
  const { mutateAsync: save } = useMutation(saveUnitMutation())
  const edit = useVersionedForm<EditorialUnit, UnitPatch>(unit, saying, {
    shownOf: ({ parents }) => ({
      [words.label]: parents.map(({ parentId, from, through }) => ({ parentId, from, through })),
    }),
    read: (filled, _shown, form): Outcome<UnitPatch> => {
      const read = readRows('parents', rows.rows, filled, form, days)
      const unchosen = rows.rows.flatMap(({ item }, at) => (item.parentId ? [] : [[`parents/${at}/parentId`, words.missing] as const]))
      const wrong = { ...read.wrong, ...Object.fromEntries(unchosen) }
      if (Object.keys(wrong).length > 0) return { wrong }
      const sent = rows.rows.map(({ item: { parentId } }, at) => ({ parentId, from: null, through: null, ...read.days[at] }))
      return { send: { parents: sent } }
    },
    save,
    readAgain: () => client.fetchQuery(unitQuery(unit.id)),
    saved: words.saved,
  })
  const rows = useRows<EditorialUnit['parents'][number]>(edit.key, edit.shown.parents)
  return { form: edit.form, rows, edit }
}
