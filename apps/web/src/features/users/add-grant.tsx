import type { NamedGrant } from '@bantin/shared/named-grant'
import { useState } from 'react'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useUserText } from '../../lib/i18n/desk/use-user-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { NamedItem } from '../../ui/search-choice.tsx'
import { GrantFields } from './grant-fields.tsx'
import { useGrantDraft } from './use-grant-draft.ts'

interface AddGrantProps {
  /** What the user has already. */
  grants: readonly NamedGrant[]
  places: readonly NamedItem[]
  onAdd: (grant: NamedGrant) => void
}

/** The button that asks for one more role and where it holds. */
export function AddGrant(props: AddGrantProps) {
  const words = useUserText().grants
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.add}</Button>
      {open ? <Asking {...props} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function Asking({ grants, places, onAdd, onClose }: AddGrantProps & { onClose: () => void }) {
  const { cancel } = useDeskText()
  const words = useUserText().grants
  const draft = useGrantDraft(grants, places)
  const submit = (): void => {
    const grant = draft.read()
    if (!grant) return
    onAdd(grant)
    onClose()
  }
  const actions = (
    <>
      <Button variant="primary" onClick={submit}>
        {words.addSubmit}
      </Button>
      <Button onClick={onClose}>{cancel}</Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={words.addTitle} actions={actions}>
      <GrantFields draft={draft} places={places} />
    </Dialog>
  )
}
