import { useId } from 'react'
import { Button } from '../../../ui/button.tsx'
import { ChoiceProblem } from '../../../ui/choices.tsx'
import type { NamedItem } from '../../../ui/search-choice.tsx'
import { Chosen, SearchField } from '../../../ui/search-field.tsx'

interface ParentFieldProps {
  label: string
  /** "None" and "chosen", in the place's own words. */
  words: { none: string; chosen: string }
  items: readonly NamedItem[]
  /** Undefined while nothing is chosen; null: none. */
  parent: NamedItem | null | undefined
  onParent: (parent: NamedItem | null) => void
  /** Whether it may stand below none. */
  mayStandAlone: boolean
  problem: string | undefined
}

/** What a unit stands below, found by typing a part of the name. */
export function ParentField({ label, words, items, parent, onParent, mayStandAlone, problem }: ParentFieldProps) {
  const id = useId()
  const shown = parent === null ? { id: '', name: words.none } : (parent ?? null)
  return (
    <SearchField id={id} label={label} items={items} onChoose={onParent}>
      <ChoiceProblem>{problem}</ChoiceProblem>
      <Chosen label={words.chosen} item={shown} />
      {mayStandAlone && parent !== null ? (
        <div>
          <Button variant="quiet" onClick={() => onParent(null)}>
            {words.none}
          </Button>
        </div>
      ) : null}
    </SearchField>
  )
}
