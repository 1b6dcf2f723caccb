import type { RefObject } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import type { DeskVerb } from './available-verbs.ts'
import { HoldWithReason } from './hold-with-reason.tsx'
import styles from './more-verbs.module.css'
import type { VerbPlaces } from './verb-places.ts'

interface MoreVerbsProps {
  places: VerbPlaces
  busy: boolean
  onPress: (verb: DeskVerb) => void
  /** The reason that taking down takes along, if one was written. */
  holdReason: RefObject<string>
}

const groups = ['draft', 'readers', 'other'] as const
const cannotBeUndone = new Set<DeskVerb>(['remove', 'redact', 'delete'])

/** What is done rarely, by what it is about. Taking down with a reason stands apart: the one tap in the bar does not wait for it. */
export function MoreVerbs({ places, busy, onPress, holdReason }: MoreVerbsProps) {
  const words = useDeskText().verbs
  return (
    <div className={styles.more}>
      {places.beside.includes('hold') ? <HoldWithReason busy={busy} onHold={() => onPress('hold')} reason={holdReason} /> : null}
      {groups
        .filter((group) => places[group].length > 0)
        .map((group) => (
          <section key={group} className={styles.group} aria-label={words.groups[group]}>
            <p className={styles.name} aria-hidden="true">
              {words.groups[group]}
            </p>
            {places[group].map((verb) => (
              <Button key={verb} variant={cannotBeUndone.has(verb) ? 'danger' : 'plain'} busy={busy} onClick={() => onPress(verb)}>
                {words.names[verb]}
              </Button>
            ))}
          </section>
        ))}
    </div>
  )
}
