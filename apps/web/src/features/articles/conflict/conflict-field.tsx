import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { sameValue } from '../form/article-values.ts'
import type { ArticleChoices } from '../form/choices.ts'
import { HeroPicture } from '../form/hero-picture.tsx'
import styles from './conflict-field.module.css'
import { placeLines, placeName } from './field-text.ts'
import { isInBody, type Place, type ThreeWays } from './merge.ts'

export type Side = 'mine' | 'theirs'

interface ConflictFieldProps {
  name: Place
  ways: ThreeWays
  who: string
  choices: ArticleChoices
  side: Side
  onSide: (side: Side) => void
}

/** One field or block in both versions, each whole and to be chosen; lines that the other has not are marked. */
export function ConflictField({ name, ways, who, choices, side, onSide }: ConflictFieldProps) {
  const all = useDeskText()
  const { conflict: words, form } = all
  const lines = {
    theirs: placeLines(name, ways.theirs, choices, all),
    mine: placeLines(name, ways.mine, choices, all),
  }
  const version = (own: Side, label: string) => (
    <div className={styles.version} data-chosen={side === own || undefined}>
      <label className={styles.choice}>
        <input type="radio" name={`side-${name}`} value={own} checked={side === own} onChange={() => onSide(own)} />
        {label}
      </label>
      {name === 'heroMediaId' ? (
        <HeroOr id={ways[own].heroMediaId} none={words.empty} />
      ) : (
        <Lines lines={lines[own]} others={lines[own === 'mine' ? 'theirs' : 'mine']} none={isInBody(name) ? words.noBlock : words.empty} />
      )}
    </div>
  )
  return (
    <fieldset className={styles.field}>
      <legend className={styles.legend}>{placeName(name, ways, words, form)}</legend>
      <div className={styles.versions}>
        {version('theirs', words.theirs(who))}
        {version('mine', words.mine)}
      </div>
    </fieldset>
  )
}

function HeroOr({ id, none }: { id: string | null; none: string }) {
  return id === null ? <p className={styles.line}>{none}</p> : <HeroPicture id={id} />
}

function Lines({ lines, others, none }: { lines: string[]; others: string[]; none: string }) {
  const words = useDeskText().conflict
  if (lines.length === 0) return <p className={styles.line}>{none}</p>
  return [...lines.entries()].map(([place, line]) => {
    const differs = !others.some((other) => sameValue(other, line))
    return (
      <p key={place} className={styles.line} data-differs={differs || undefined}>
        {line}
        {differs && lines.length > 1 ? <VisuallyHidden> ({words.changedBlock})</VisuallyHidden> : null}
      </p>
    )
  })
}
