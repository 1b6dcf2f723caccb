import type { EditorialUnit, UnitPatch } from '@bantin/shared/editorial-units'
import { unitKinds } from '@bantin/shared/units'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { useUnitText } from '../../../lib/i18n/desk/use-unit-text.ts'
import { AskForm } from '../../../ui/ask-form.tsx'
import { Field, TextField } from '../../../ui/field.tsx'
import { PageSection } from '../../../ui/page-section.tsx'
import type { Saying } from '../../../ui/said-line.tsx'
import { SaveBar } from '../../../ui/save-bar.tsx'
import type { FieldProblems } from '../../../ui/use-ask-form.ts'
import styles from '../organization.module.css'
import { useVersionedForm } from '../use-versioned-form.ts'
import { factsOf, readFacts } from './unit-facts-values.ts'
import { saveUnitMutation, unitQuery } from './units.api.ts'

interface UnitFactsProps {
  unit: EditorialUnit
  saying: Saying
}

/** What is said of a unit on all of its days, to change. */
export function UnitFacts({ unit, saying }: UnitFactsProps) {
  const words = useUnitText().facts
  const edit = useFacts(unit, saying)
  const { form, shown } = edit
  const parts = { shown, problems: form.problems }
  return (
    <PageSection title={words.title}>
      <AskForm key={edit.key} form={form} busy={edit.busy} className={styles.fields} onInput={edit.typed}>
        <Kind {...parts} />
        <Codes {...parts} />
        <Contacts {...parts} />
        <Address {...parts} />
        <SaveBar isChanged={edit.isTyped} busy={edit.busy} onSave={form.submit} onUndo={edit.undo} />
      </AskForm>
    </PageSection>
  )
}

interface PartProps {
  shown: EditorialUnit
  problems: FieldProblems
}

function Kind({ shown, problems }: PartProps) {
  const words = useUnitText().facts
  const { kinds } = useOrganizationText()
  return (
    <div className={styles.pair}>
      <Field label={words.kind} error={problems.kind}>
        {(control) => (
          <select {...control} name="kind" defaultValue={shown.kind}>
            {unitKinds.map((kind) => (
              <option key={kind} value={kind}>
                {kinds[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField name="order" inputMode="numeric" label={words.order} maxLength={6} defaultValue={shown.order} error={problems.order} />
    </div>
  )
}

function Codes({ shown, problems }: PartProps) {
  const words = useUnitText().facts
  return (
    <div className={styles.pair}>
      <TextField
        name="codeScheme"
        label={words.codeScheme}
        hint={words.codeSchemeHint}
        maxLength={40}
        autoComplete="off"
        defaultValue={shown.codeScheme ?? ''}
        error={problems.codeScheme}
      />
      <TextField name="code" label={words.code} maxLength={40} autoComplete="off" defaultValue={shown.code ?? ''} error={problems.code} />
    </div>
  )
}

function Contacts({ shown: { contacts, openingHours }, problems }: PartProps) {
  const words = useUnitText().facts
  return (
    <>
      <TextField name="address" label={words.address} maxLength={300} autoComplete="off" defaultValue={contacts.address ?? ''} />
      <div className={styles.pair}>
        <TextField name="phone" type="tel" label={words.phone} maxLength={100} autoComplete="off" defaultValue={contacts.phone ?? ''} />
        <TextField
          name="email"
          type="email"
          label={words.email}
          maxLength={200}
          autoComplete="off"
          defaultValue={contacts.email ?? ''}
          error={problems.email}
        />
      </div>
      <TextField name="openingHours" label={words.openingHours} maxLength={300} autoComplete="off" defaultValue={openingHours ?? ''} />
    </>
  )
}

function Address({ shown, problems }: PartProps) {
  const words = useOrganizationText()
  return (
    <TextField
      name="slug"
      label={words.slug}
      hint={words.slugHint}
      required
      maxLength={90}
      autoComplete="off"
      autoCapitalize="none"
      defaultValue={shown.slug}
      error={problems.slug}
    />
  )
}

function useFacts(unit: EditorialUnit, saying: Saying) {
  const organization = useOrganizationText()
  const { facts } = useUnitText()
  const client = useQueryClient()
  const { mutateAsync: save } = useMutation(saveUnitMutation())
  return useVersionedForm<EditorialUnit, UnitPatch>(unit, saying, {
    shownOf: (thing) => factsOf(thing, facts, organization),
    read: (filled, shown) => readFacts(filled, shown, facts, organization),
    save,
    readAgain: () => client.fetchQuery(unitQuery(unit.id)),
    saved: facts.saved,
  })
}
