import type { User } from '@bantin/shared/users'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useUserText } from '../../lib/i18n/desk/use-user-text.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { PageSection, SectionButtons, SectionNote } from '../../ui/page-section.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import { useSayRefusal } from './use-say-refusal.ts'
import { setStateMutation } from './users.api.ts'

interface UserLeavingProps {
  user: User
  saying: Saying
  /** The button of the sheet by which the work is handed over. */
  handOver: ReactNode
}

/** What is done when somebody leaves: the work is handed over, or the account is only disabled; and the way back. */
export function UserLeaving({ user, saying, handOver }: UserLeavingProps) {
  const words = useUserText().leaving
  const sayRefusal = useSayRefusal(user.id)
  const { mutate, isPending } = useMutation(setStateMutation())
  const { id, version, name, state } = user
  const isDisabled = state === 'disabled'
  const act = (to: 'disable' | 'enable', said: string) => (): void => {
    saying.hush()
    mutate({ id, version, to }, { onSuccess: () => saying.done(said), onError: (error) => saying.failed(sayRefusal(error)) })
  }
  return (
    <PageSection title={words.title}>
      <SectionNote>{isDisabled ? words.leadDisabled : words.lead}</SectionNote>
      <SectionButtons>
        {handOver}
        {isDisabled ? (
          <ConfirmButton
            busy={isPending}
            title={words.enableTitle(name)}
            lead={words.enableLead}
            confirm={words.enable}
            danger={false}
            onConfirm={act('enable', words.enabled)}
          >
            {words.enable}
          </ConfirmButton>
        ) : (
          <ConfirmButton
            busy={isPending}
            variant="danger"
            title={words.disableTitle(name)}
            lead={words.disableLead}
            confirm={words.disableConfirm}
            onConfirm={act('disable', words.disabled)}
          >
            {words.disable}
          </ConfirmButton>
        )}
      </SectionButtons>
    </PageSection>
  )
}
