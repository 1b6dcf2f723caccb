import type { NamedGrant } from '@bantin/shared/named-grant'
import { maxGrants, type User } from '@bantin/shared/users'
import { useUserText } from '../../lib/i18n/desk/use-user-text.ts'
import { Button } from '../../ui/button.tsx'
import { PageSection, SectionButtons, SectionNote } from '../../ui/page-section.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import type { NamedItem } from '../../ui/search-choice.tsx'
import { AddGrant } from './add-grant.tsx'
import { GrantLines } from './grant-lines.tsx'
import { wholeSite } from './use-grant-draft.ts'
import { useUserGrants } from './use-user-grants.ts'
import styles from './user-grants.module.css'

interface UserGrantsProps {
  user: User
  /** Where the signed-in person may give roles. */
  places: readonly NamedItem[]
  saying: Saying
}

/** The roles of a user, to change as a whole; those that are held where the signed-in person gives none are left as they are. */
export function UserGrants({ user, places, saying }: UserGrantsProps) {
  const words = useUserText().grants
  const { grants, isChanged, busy, choose, save, undo } = useUserGrants(user, saying)
  const remove = (grant: NamedGrant): void => choose(grants.filter((other) => other !== grant))
  const mayRemove = ({ unitId }: NamedGrant): boolean => user.mayChange || places.some(({ id }) => id === (unitId ?? wholeSite))
  return (
    <PageSection title={words.title}>
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
    </PageSection>
  )
}

/** The same to read. */
export function UserGrantsRead({ user }: { user: User }) {
  const words = useUserText().grants
  return (
    <PageSection title={words.title}>
      {user.grants.length === 0 ? <SectionNote>{words.none}</SectionNote> : null}
      <GrantLines label={words.title} grants={user.grants} />
    </PageSection>
  )
}
