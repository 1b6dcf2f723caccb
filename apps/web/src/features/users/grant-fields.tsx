import { roles } from '@bantin/shared/permissions'
import { useEffect, useId } from 'react'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useUsersText } from '../../lib/i18n/desk/use-users-text.ts'
import { Choice, Choices } from '../../ui/choices.tsx'
import type { NamedItem } from '../../ui/search-choice.tsx'
import { Chosen, SearchField } from '../../ui/search-field.tsx'
import styles from './grant-fields.module.css'
import type { GrantDraft } from './use-grant-draft.ts'

interface GrantFieldsProps {
  draft: GrantDraft
  /** Where the signed-in person may give roles. */
  places: readonly NamedItem[]
}

/** One role, each with what it may do, and where it holds. */
export function GrantFields({ draft, places }: GrantFieldsProps) {
  const { roles: names } = useDeskText()
  const words = useUsersText()
  const id = useId()
  useEffect(() => {
    // The field of a search has no sign of being wrong that a form could look for.
    if (draft.problem) document.getElementById(id)?.focus()
  }, [draft.problem, id])
  return (
    <>
      <Choices legend={words.grants.legend}>
        {roles.map((role) => (
          <Choice
            key={role}
            type="radio"
            name="role"
            value={role}
            checked={role === draft.role}
            onChange={() => draft.setRole(role)}
            hint={words.roleHints[role]}
          >
            <strong>{names[role]}</strong>
          </Choice>
        ))}
      </Choices>
      <SearchField id={id} label={words.grants.place} items={places} onChoose={draft.choosePlace}>
        <p className={styles.hint}>{words.grants.placeHint}</p>
        <p role="alert" className={styles.problem}>
          {draft.problem?.text}
        </p>
        <Chosen label={words.grants.chosen} item={draft.place} />
      </SearchField>
    </>
  )
}
