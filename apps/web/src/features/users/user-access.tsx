import type { User } from '@bantin/shared/users'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useUserText } from '../../lib/i18n/desk/use-user-text.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { PageSection, SectionButtons, SectionNote } from '../../ui/page-section.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import { ResetSecondFactor } from './reset-second-factor.tsx'
import { useSayRefusal } from './use-say-refusal.ts'
import { endSessionsMutation } from './users.api.ts'

interface UserPartProps {
  user: User
  saying: Saying
}

/** On how many devices the user is signed in, and the way to end that. */
export function UserSessions({ user, saying }: UserPartProps) {
  const words = useUserText().sessions
  const sayRefusal = useSayRefusal(user.id)
  const { mutate, isPending } = useMutation(endSessionsMutation())
  const { id, liveSessions } = user
  const end = (): void => {
    saying.hush()
    mutate({ id }, { onSuccess: () => saying.done(words.ended), onError: (error) => saying.failed(sayRefusal(error)) })
  }
  return (
    <PageSection title={words.title}>
      <SectionNote>{words.live(liveSessions)}</SectionNote>
      <SectionButtons>
        {liveSessions > 0 ? (
          <ConfirmButton busy={isPending} title={words.endTitle} lead={words.endLead} confirm={words.end} onConfirm={end}>
            {words.end}
          </ConfirmButton>
        ) : null}
      </SectionButtons>
    </PageSection>
  )
}

interface UserSecondFactorProps extends UserPartProps {
  /** Whether the signed-in person has one himself: without it he cannot confirm. */
  isOwnOn: boolean
  /** The link to the page where he turns his own on. */
  ownAccount: (text: string) => ReactNode
}

/** Whether the user has a second factor, and the way to take it away from who lost it. */
export function UserSecondFactor({ user, saying, ...own }: UserSecondFactorProps) {
  const words = useUserText().secondFactor
  return (
    <PageSection title={words.title}>
      <SectionNote>{user.hasSecondFactor ? words.on : words.off}</SectionNote>
      <SectionButtons>
        {user.hasSecondFactor ? <ResetSecondFactor user={user} onDone={() => saying.done(words.removed)} {...own} /> : null}
      </SectionButtons>
    </PageSection>
  )
}
