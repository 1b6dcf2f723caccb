import type { User } from '@bantin/shared/users'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { usePersonText } from '../../lib/i18n/desk/use-person-text.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import { endSessionsMutation } from './people.api.ts'
import { PersonSection, SectionButtons, SectionNote } from './person-section.tsx'
import { ResetSecondFactor } from './reset-second-factor.tsx'
import { useSayRefusal } from './use-say-refusal.ts'

interface PersonPartProps {
  person: User
  saying: Saying
}

/** On how many devices the person is signed in, and the way to end that. */
export function PersonSessions({ person, saying }: PersonPartProps) {
  const words = usePersonText().sessions
  const sayRefusal = useSayRefusal(person.id)
  const { mutate, isPending } = useMutation(endSessionsMutation())
  const { id, liveSessions } = person
  const end = (): void => {
    saying.hush()
    mutate({ id }, { onSuccess: () => saying.done(words.ended), onError: (error) => saying.failed(sayRefusal(error)) })
  }
  return (
    <PersonSection title={words.title}>
      <SectionNote>{words.live(liveSessions)}</SectionNote>
      <SectionButtons>
        {liveSessions > 0 ? (
          <ConfirmButton busy={isPending} title={words.endTitle} lead={words.endLead} confirm={words.end} onConfirm={end}>
            {words.end}
          </ConfirmButton>
        ) : null}
      </SectionButtons>
    </PersonSection>
  )
}

interface PersonSecondFactorProps extends PersonPartProps {
  /** Whether the signed-in person has one himself: without it he cannot confirm. */
  isOwnOn: boolean
  /** The link to the page where he turns his own on. */
  ownAccount: (text: string) => ReactNode
}

/** Whether the person has a second factor, and the way to take it away from who lost it. */
export function PersonSecondFactor({ person, saying, ...own }: PersonSecondFactorProps) {
  const words = usePersonText().secondFactor
  return (
    <PersonSection title={words.title}>
      <SectionNote>{person.hasSecondFactor ? words.on : words.off}</SectionNote>
      <SectionButtons>
        {person.hasSecondFactor ? <ResetSecondFactor person={person} onDone={() => saying.done(words.removed)} {...own} /> : null}
      </SectionButtons>
    </PersonSection>
  )
}
