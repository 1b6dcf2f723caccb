import type { EditorialUnit } from '@bantin/shared/editorial-units'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../lib/format.ts'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { useLocale } from '../../../lib/i18n/locale.ts'
import { AskForm } from '../../../ui/ask-form.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceProblem } from '../../../ui/choices.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/field.tsx'
import type { NamedItem } from '../../../ui/search-choice.tsx'
import { useAskForm } from '../../../ui/use-ask-form.ts'
import styles from '../organization.module.css'
import { useRefusal } from '../use-refusal.ts'
import { ParentField } from './parent-field.tsx'
import { placesFrom } from './place-from.ts'
import { saveUnitMutation } from './units.api.ts'

export interface MoveDialogProps {
  unit: EditorialUnit
  /** Where it can be moved to. */
  parents: readonly NamedItem[]
  /** Where it was dropped. */
  onto: NamedItem | undefined
  /** The day that the tree shows. */
  day: string
  mayStandAlone: boolean
  onMoved: (said: string) => void
  onClose: () => void
}

/** Asks below what a unit stands, and from which day on. What it stood below before stays noted for the days before. */
export function MoveDialog({ unit, parents, day, mayStandAlone, onMoved, onClose, ...given }: MoveDialogProps) {
  const { cancel } = useDeskText()
  const words = useOrganizationText().moving
  const locale = useLocale()
  const [from, setFrom] = useState(day)
  const [parent, setParent] = useState<NamedItem | null | undefined>(given.onto)
  const { form, busy } = useMove(unit, parent, onMoved)
  const until = from ? placesFrom(unit, parent?.id ?? null, from).through : null
  const actions = (
    <>
      <Button variant="primary" busy={busy} onClick={form.submit}>
        {words.submit}
      </Button>
      <Button onClick={onClose}>{cancel}</Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={words.title(unit.name)} lead={words.lead} actions={actions}>
      <AskForm form={form} busy={busy} className={styles.fields}>
        <ChoiceProblem>{form.problems.all}</ChoiceProblem>
        <ParentField
          label={words.below}
          words={words}
          items={parents}
          parent={parent}
          onParent={setParent}
          mayStandAlone={mayStandAlone}
          problem={form.problems.parents}
        />
        <TextField
          type="date"
          name="from"
          label={words.from}
          required
          defaultValue={day}
          onChange={(event) => setFrom(event.target.value)}
          hint={until ? words.until(formatDate(until, locale)) : undefined}
          error={form.problems.from}
        />
      </AskForm>
    </Dialog>
  )
}

function useMove(unit: EditorialUnit, parent: NamedItem | null | undefined, onMoved: (said: string) => void) {
  const words = useOrganizationText().moving
  const locale = useLocale()
  const refusal = useRefusal()
  const { mutate, isPending: busy } = useMutation(saveUnitMutation())
  const form = useAskForm<string>(
    (filled) => {
      const from = filled('from')
      const wrong = { ...(parent === undefined ? { parents: words.missing } : {}), ...(from ? {} : { from: words.dayMissing }) }
      return Object.keys(wrong).length > 0 ? { wrong } : { send: from }
    },
    (from) => {
      const { parents } = placesFrom(unit, parent?.id ?? null, from)
      mutate(
        { id: unit.id, version: unit.version, patch: { parents } },
        {
          onSuccess: () => {
            const day = formatDate(from, locale)
            onMoved(parent ? words.done(unit.name, parent.name, day) : words.doneRoot(unit.name, day))
          },
          onError: (error) => {
            const { field, text } = refusal(error)
            form.refuse({ [field?.startsWith('parents') ? 'parents' : 'all']: text })
          },
        },
      )
    },
  )
  return { form, busy }
}
