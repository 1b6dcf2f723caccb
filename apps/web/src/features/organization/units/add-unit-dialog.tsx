import type { EditorialUnit, NewUnit } from '@bantin/shared/editorial-units'
import { unitKinds } from '@bantin/shared/units'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { AskForm } from '../../../ui/ask-form.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceProblem } from '../../../ui/choices.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/field.tsx'
import type { NamedItem } from '../../../ui/search-choice.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { type FieldProblems, useAskForm } from '../../../ui/use-ask-form.ts'
import styles from '../organization.module.css'
import { isBroken } from '../read-days.ts'
import { useRefusal } from '../use-refusal.ts'
import { ParentField } from './parent-field.tsx'
import { createUnitMutation } from './units.api.ts'

export interface AddUnitDialogProps {
  /** The units below which one may be made. */
  parents: readonly NamedItem[]
  below: NamedItem | null
  mayStandAlone: boolean
  onAdded: (unit: EditorialUnit) => void
  onClose: () => void
}

/** Asks for a new unit: its name, what it is, what it stands below, and since when it is there. */
export function AddUnitDialog({ parents, below, mayStandAlone, onAdded, onClose }: AddUnitDialogProps) {
  const { cancel } = useDeskText()
  const words = useOrganizationText()
  const { adding } = words
  const [kind, setKind] = useState<NewUnit['kind']>('department')
  const [parent, setParent] = useState<NamedItem | null | undefined>(below ?? (mayStandAlone ? null : undefined))
  const { form, busy } = useAdding(kind, parent, onAdded)
  const actions = (
    <>
      <Button variant="primary" busy={busy} onClick={form.submit}>
        {busy ? words.saving : adding.submit}
      </Button>
      <Button onClick={onClose}>{cancel}</Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={below ? adding.below(below.name) : adding.title} actions={actions}>
      <AskForm form={form} busy={busy} className={styles.fields}>
        <ChoiceProblem>{form.problems.all}</ChoiceProblem>
        <TextField name="name" label={adding.name} required maxLength={200} autoComplete="off" error={form.problems.name} />
        <TextField name="shortName" label={adding.shortName} maxLength={60} autoComplete="off" />
        <SelectField
          label={adding.kind}
          value={kind}
          onValue={(value) => setKind(value as NewUnit['kind'])}
          choices={unitKinds.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <ParentField
          label={adding.parent}
          words={adding}
          items={parents}
          parent={parent}
          onParent={setParent}
          mayStandAlone={mayStandAlone}
          problem={form.problems.parents}
        />
        <TextField type="date" name="from" label={adding.from} hint={words.days.since} error={form.problems.from} />
      </AskForm>
    </Dialog>
  )
}

function useAdding(kind: NewUnit['kind'], parent: NamedItem | null | undefined, onAdded: (unit: EditorialUnit) => void) {
  const words = useOrganizationText()
  const refusal = useRefusal()
  const { mutate, isPending: busy } = useMutation(createUnitMutation())
  const form = useAskForm<NewUnit>(
    (filled) => {
      const name = filled('name')
      const wrong: FieldProblems = {
        ...(name ? {} : { name: words.missing }),
        ...(parent === undefined ? { parents: words.adding.parentMissing } : {}),
        ...(isBroken(form.formRef.current, 'from') ? { from: words.days.broken } : {}),
      }
      if (Object.keys(wrong).length > 0) return { wrong }
      const said = { shortName: filled('shortName') || null, from: filled('from') || null }
      return { send: { name, kind, parentId: parent?.id ?? null, ...said } }
    },
    (input) =>
      mutate(input, {
        onSuccess: onAdded,
        onError: (error) => {
          const { field, text } = refusal(error)
          form.refuse({ [field?.startsWith('parent') ? 'parents' : field === 'from' ? 'from' : 'all']: text })
        },
      }),
  )
  return { form, busy }
}
