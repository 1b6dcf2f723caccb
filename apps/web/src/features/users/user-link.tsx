import type { PasswordLink, User } from '@bantin/shared/users'
import { useMutation } from '@tanstack/react-query'
import { formatMoment } from '../../lib/format.ts'
import { useUserText } from '../../lib/i18n/desk/use-user-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { PageSection, SectionButtons, SectionNote } from '../../ui/page-section.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import styles from './link-made.module.css'
import { LinkMade } from './link-made.tsx'
import { useSayRefusal } from './use-say-refusal.ts'
import { makeLinkMutation } from './users.api.ts'

/** The link with which a user sets a password: the invitation, or one for who forgot it. Shown as long as the page is open. */
export function UserLink({ user, saying }: { user: User; saying: Saying }) {
  const words = useUserText().link
  const locale = useLocale()
  const sayRefusal = useSayRefusal(user.id)
  const { mutate, data, isPending } = useMutation(makeLinkMutation())
  const { id, openLink } = user
  const kind: PasswordLink['kind'] = user.state === 'invited' ? 'invitation' : 'reset'
  const make = (): void => {
    saying.hush()
    mutate({ id, kind }, { onError: (error) => saying.failed(sayRefusal(error)) })
  }
  const button = isPending ? words.making : words.make[kind]
  return (
    <PageSection title={words.title}>
      <SectionNote>
        {kind === 'invitation' ? words.invited : words.active}{' '}
        {openLink ? words.open[openLink.kind](formatMoment(openLink.expiresAt, locale)) : null}
      </SectionNote>
      <SectionButtons>
        {openLink ? (
          <ConfirmButton
            busy={isPending}
            title={words.confirmTitle}
            lead={words.confirmLead}
            confirm={words.confirm}
            danger={false}
            onConfirm={make}
          >
            {button}
          </ConfirmButton>
        ) : (
          <Button busy={isPending} onClick={make}>
            {button}
          </Button>
        )}
      </SectionButtons>
      <div role="status" className={styles.made}>
        {data ? (
          <>
            <SectionNote>{words.madeLead}</SectionNote>
            <LinkMade key={data.url} link={data} email={user.email} />
          </>
        ) : null}
      </div>
    </PageSection>
  )
}
