import type { User } from '@bantin/shared/users'
import { usePeopleText } from '../../lib/i18n/desk/use-people-text.ts'
import { usePersonText } from '../../lib/i18n/desk/use-person-text.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import styles from './person-details.module.css'
import { PersonSection, SectionButtons } from './person-section.tsx'
import { usePersonDetails } from './use-person-details.ts'

interface PersonDetailsProps {
  person: User
  /** Whether it is the account of who looks: its e-mail is changed where a password is asked for. */
  isOwn: boolean
  saying: Saying
}

/** Name and e-mail, to change. */
export function PersonDetails({ person, isOwn, saying }: PersonDetailsProps) {
  const words = usePersonText().details
  const { invite } = usePeopleText()
  const { form, shown, key, isTyped, typed, isStale, drop, busy } = usePersonDetails(person, isOwn, saying)
  const { name, email } = shown
  return (
    <PersonSection title={isOwn ? words.ownTitle : words.title}>
      <form
        key={key}
        ref={form.formRef}
        className={styles.fields}
        noValidate
        onInput={typed}
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) form.submit()
        }}
      >
        <TextField name="name" label={invite.name} maxLength={100} autoComplete="off" defaultValue={name} error={form.problems.name} />
        {isOwn ? null : (
          <TextField
            name="email"
            type="email"
            inputMode="email"
            label={invite.email}
            maxLength={254}
            autoComplete="off"
            defaultValue={email}
            error={form.problems.email}
          />
        )}
        <SectionButtons>
          {isTyped ? (
            <Button type="submit" variant="primary" busy={busy}>
              {busy ? words.saving : words.save}
            </Button>
          ) : null}
          {isStale ? <Button onClick={drop}>{words.loadAnew}</Button> : null}
        </SectionButtons>
      </form>
    </PersonSection>
  )
}
