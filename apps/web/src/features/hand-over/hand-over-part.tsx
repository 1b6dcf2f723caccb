import type { ReactNode } from 'react'
import { useHandOverText } from '../../lib/i18n/desk/use-hand-over-text.ts'
import { Choice, Choices } from '../../ui/choices.tsx'
import styles from './hand-over-dialog.module.css'

/** The link to an article on the desk, in a page of its own: the sheet stays open. */
export type ArticleLink = (id: string, text: string) => ReactNode

interface HandOverPartProps<Decision extends string> {
  isThere: boolean
  legend: string
  /** In the order in which they stand, the safe one first. */
  choices: Record<Decision, { name: string; hint: string }>
  chosen: Decision
  onChoose: (decision: Decision) => void
  /** What is there. */
  children: ReactNode
}

/** One part of the sheet and what can be decided about it. */
export function HandOverPart<Decision extends string>(props: HandOverPartProps<Decision>) {
  const { isThere, legend, choices, chosen, onChoose, children } = props
  return (
    <section className={styles.part}>
      {children}
      {isThere ? (
        <Choices legend={legend}>
          {(Object.keys(choices) as Decision[]).map((decision) => (
            <Choice
              key={decision}
              type="radio"
              name={legend}
              checked={decision === chosen}
              hint={choices[decision].hint}
              onChange={() => onChoose(decision)}
            >
              <strong>{choices[decision].name}</strong>
            </Choice>
          ))}
        </Choices>
      ) : null}
    </section>
  )
}

export interface SheetItem {
  key: string
  name: ReactNode
  facts: string
}

/** The first few are in sight; the others are a press away. */
const shown = 3

/** What there is of one kind, with how many there are in all. */
export function PartItems({ title, total, items }: { title: string; total: number; items: readonly SheetItem[] }) {
  const words = useHandOverText()
  return (
    <>
      <h3>{title}</h3>
      <Items items={items.slice(0, shown)} />
      {items.length > shown ? (
        <details className={styles.more}>
          <summary>{words.others(items.length - shown)}</summary>
          <Items items={items.slice(shown)} />
          {total > items.length ? <p className={styles.hint}>{words.rest(total - items.length)}</p> : null}
        </details>
      ) : null}
    </>
  )
}

function Items({ items }: { items: readonly SheetItem[] }) {
  return (
    <ul className={styles.items} hidden={items.length === 0}>
      {items.map(({ key, name, facts }) => (
        <li key={key} className={styles.item}>
          {name}
          <span className={styles.facts}>{facts}</span>
        </li>
      ))}
    </ul>
  )
}
