import type { NamedGrant } from '@bantin/shared/named-grant'
import { maxGrants, type User } from '@bantin/shared/users'
import { usePersonText } from '../../lib/i18n/desk/use-person-text.ts'
import { Button } from '../../ui/button.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import type { NamedItem } from '../../ui/search-choice.tsx'
import { AddGrant } from './add-grant.tsx'
import { GrantLines } from './grant-lines.tsx'
import styles from './person-grants.module.css'
import { PersonSection, SectionButtons, SectionNote } from './person-section.tsx'
import { wholeSite } from './use-grant-draft.ts'
import { usePersonGrants } from './use-person-grants.ts'

interface PersonGrantsProps {
  person: User
  /** Where the signed-in person may give roles. */
  places: readonly NamedItem[]
  saying: Saying
}

/** The roles of a person, to change as a whole; those that are held where the signed-in person gives none are left as they are. */
export function PersonGrants({ person, places, saying }: PersonGrantsProps) {
  const words = usePersonText().grants
  const { grants, isChanged, busy, choose, save, undo } = usePersonGrants(person, saying)
  const remove = (grant: NamedGrant): void => choose(grants.filter((other) => other !== grant))
  const mayRemove = ({ unitId }: NamedGrant): boolean => person.mayChange || places.some(({ id }) => id === (unitId ?? wholeSite))
  return (
    <PersonSection title={words.title}>
      {grants.length === 0 ? <SectionNote>{words.none}</SectionNote> : null}
      <GrantLines label={words.title} grants={grants} onRemove={busy ? undefined : remove} mayRemove={mayRemove} />
      {grants.length < maxGrants ? (
        <SectionButtons>
          <AddGrant grants={grants} places={places} onAdd={(grant) => choose([...grants, grant])} />
        </SectionButtons>
      ) : (
        <SectionNote>{words.full(maxGrants)}</SectionNote>
      )}
      <div className={styles.save}>
        {isChanged ? (
          <>
            <p>{words.unsaved}</p>
            <Button variant="primary" busy={busy} onClick={() => void save()}>
              {busy ? words.saving : words.save}
            </Button>
            <Button onClick={undo}>{words.undo}</Button>
          </>
        ) : null}
      </div>
    </PersonSection>
  )
}

/** The same to read. */
export function PersonGrantsRead({ person }: { person: User }) {
  const words = usePersonText().grants
  return (
    <PersonSection title={words.title}>
      {person.grants.length === 0 ? <SectionNote>{words.none}</SectionNote> : null}
      <GrantLines label={words.title} grants={person.grants} />
    </PersonSection>
  )
}
