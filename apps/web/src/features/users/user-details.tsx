import type { User } from '@bantin/shared/users'
import { useUserText } from '../../lib/i18n/desk/use-user-text.ts'
import { useUsersText } from '../../lib/i18n/desk/use-users-text.ts'
import { AskForm } from '../../ui/ask-form.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { PageSection, SectionButtons } from '../../ui/page-section.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import { useUserDetails } from './use-user-details.ts'
import styles from './user-details.module.css'

interface UserDetailsProps {
  user: User
  /** Whether it is the account of who looks: its e-mail is changed where a password is asked for. */
  isOwn: boolean
  saying: Saying
}

/** Name and e-mail, to change. */
export function UserDetails({ user, isOwn, saying }: UserDetailsProps) {
  const words = useUserText().details
  const { invite } = useUsersText()
  const { form, shown, key, isTyped, typed, isStale, drop, busy } = useUserDetails(user, isOwn, saying)
  const { name, email } = shown
  return (
    <PageSection title={isOwn ? words.ownTitle : words.title}>
      <AskForm key={key} form={form} busy={busy} className={styles.fields} onInput={typed}>
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
      </AskForm>
    </PageSection>
  )
}
