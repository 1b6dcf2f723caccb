import type { PublishingPolicy } from '@bantin/shared/permissions'
import { useId, useRef, useState } from 'react'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useSettingsText } from '../../lib/i18n/desk/use-settings-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { NamedItem } from '../../ui/search-choice.tsx'
import { Chosen, SearchField } from '../../ui/search-field.tsx'
import styles from './add-stricter.module.css'
import { PolicyChoice } from './policy-choice.tsx'
import type { Kind, PolicyChange } from './settings.api.ts'
import { type StricterPolicy, stricterPolicies } from './stricter-policies.ts'

interface AddStricterProps {
  kind: Kind
  items: readonly NamedItem[]
  /** What the site asks for. */
  site: PublishingPolicy
  busy: boolean
  onChange: (change: PolicyChange, said: string) => Promise<boolean>
}

/** The button that asks which unit or category is to be stricter, and how much. */
export function AddStricter(props: AddStricterProps) {
  const words = useSettingsText().stricter
  const [open, setOpen] = useState(false)
  const done = useRef(false)
  const ask = (): void => {
    done.current = false
    setOpen(true)
  }
  const close = (isDone: boolean): void => {
    done.current = isDone
    setOpen(false)
  }
  return (
    <>
      <Button onClick={ask}>{words[props.kind].add}</Button>
      {open ? <Asking {...props} givesFocusBack={() => !done.current} onClose={close} /> : null}
    </>
  )
}

interface AskingProps extends AddStricterProps {
  givesFocusBack: () => boolean
  onClose: (isDone: boolean) => void
}

function Asking({ kind, items, site, busy, onChange, givesFocusBack, onClose }: AskingProps) {
  const desk = useDeskText()
  const words = useSettingsText().stricter
  const id = useId()
  const policies = site === 'direct' ? stricterPolicies : (['strict'] as const)
  const [policy, setPolicy] = useState<StricterPolicy>(policies[0])
  const [chosen, setChosen] = useState<NamedItem | null>(null)
  const [missing, setMissing] = useState(false)
  const submit = async (): Promise<void> => {
    setMissing(chosen === null)
    if (chosen === null) return document.getElementById(id)?.focus()
    // Refused or done: the page says it, and keeps what was refused.
    await onChange({ kind, ...chosen, policy }, words.added(chosen.name))
    onClose(true)
  }
  const actions = (
    <>
      <Button variant="primary" busy={busy} onClick={() => void submit()}>
        {words.add}
      </Button>
      <Button onClick={() => onClose(false)}>{desk.cancel}</Button>
    </>
  )
  return (
    <Dialog open onClose={() => onClose(false)} givesFocusBack={givesFocusBack} title={words[kind].add} actions={actions}>
      <SearchField id={id} label={words[kind].choose} items={items} onChoose={setChosen}>
        <p role="alert" className={styles.missing}>
          {missing && !chosen ? words.missing : ''}
        </p>
        <Chosen label={words.chosen} item={chosen} />
      </SearchField>
      <PolicyChoice legend={words.policy} policies={policies} policy={policy} onPolicy={setPolicy} />
    </Dialog>
  )
}
