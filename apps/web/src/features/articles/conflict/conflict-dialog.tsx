import { useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import type { ArticleChoices } from '../form/choices.ts'
import { sayMoment } from '../say-moment.ts'
import styles from './conflict-dialog.module.css'
import { ConflictField, type Side } from './conflict-field.tsx'
import { compareWays, type Place, type ThreeWays } from './merge.ts'

export interface ConflictDialogProps {
  ways: ThreeWays
  /** Who saved the other version, when (a timestamp of the API), and what was touched in it. */
  who: string
  at: string
  theirFields: readonly string[]
  choices: ArticleChoices
  /** What the main button says: it saves, or only puts the choice into the form. */
  submit: string
  /** With the places to keep as this person wrote them, of those that both changed. */
  onResolve: (keepMine: Place[]) => void
  onLater: () => void
}

/** Two people changed one article: shows both texts and lets this person choose, place by place. Nothing is chosen for him silently. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { ways, who, at, theirFields, choices, submit, onResolve, onLater } = props
  const words = useDeskText().conflict
  const { both, mineOnly } = compareWays(ways)
  const [sides, setSides] = useState<Partial<Record<Place, Side>>>({})
  const sideOf = (name: Place): Side => sides[name] ?? 'mine'
  const keep = (all: Side) => setSides(Object.fromEntries(both.map((name) => [name, all])))
  return (
    <Dialog
      open
      wide={both.length > 0}
      onClose={onLater}
      title={words.title}
      lead={words.lead(who, sayMoment(at))}
      actions={
        <>
          <Button variant="primary" onClick={() => onResolve(both.filter((name) => sideOf(name) === 'mine'))}>
            {submit}
          </Button>
          <Button onClick={onLater}>{words.later}</Button>
        </>
      }
    >
      <Facts theirFields={theirFields} both={both} mineOnly={mineOnly} />
      {both.length > 0 ? <ChooseAll many={both.length > 1} onAll={keep} /> : null}
      {both.map((name) => (
        <ConflictField
          key={name}
          name={name}
          ways={ways}
          who={who}
          choices={choices}
          side={sideOf(name)}
          onSide={(side) => setSides((all) => ({ ...all, [name]: side }))}
        />
      ))}
      {both.length > 0 ? <p className={styles.kept}>{words.kept}</p> : null}
    </Dialog>
  )
}

interface FactsProps {
  theirFields: readonly string[]
  both: readonly string[]
  mineOnly: readonly string[]
}

function Facts({ theirFields, both, mineOnly }: FactsProps) {
  const { conflict: words, form } = useDeskText()
  const namesOf = (names: readonly string[]) => names.map(form.fieldName).join(', ').toLowerCase()
  return (
    <div className={styles.facts}>
      <p>{words.theirFields(namesOf(theirFields))}</p>
      {both.length === 0 ? <p>{words.noneOfYours}</p> : null}
      {both.length > 0 && mineOnly.length > 0 ? <p>{words.alone(namesOf(mineOnly))}</p> : null}
    </div>
  )
}

function ChooseAll({ many, onAll }: { many: boolean; onAll: (side: Side) => void }) {
  const words = useDeskText().conflict
  return (
    <div className={styles.choose}>
      <h3>{words.choose}</h3>
      {many ? <Button onClick={() => onAll('theirs')}>{words.takeAll}</Button> : null}
      {many ? <Button onClick={() => onAll('mine')}>{words.keepMine}</Button> : null}
    </div>
  )
}
