import type { Client } from '@bantin/shared/clients'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { usePortalsText } from '../../lib/i18n/desk/use-portals-text.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { PageSection, SectionButtons, SectionNote } from '../../ui/page-section.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import { readAgain, savePortalMutation } from './portals.api.ts'
import { useRefusal } from './use-refusal.ts'

/** Stops all of a portal at once; and the way back. */
export function PortalClosing({ portal, saying }: { portal: Client; saying: Saying }) {
  const words = usePortalsText().closing
  const client = useQueryClient()
  const refusal = useRefusal()
  const { mutate, isPending } = useMutation(savePortalMutation())
  const { id, version, name, closedAt } = portal
  const turn = (isClosed: boolean) => (): void => {
    saying.hush()
    mutate(
      { id, version, patch: { isClosed } },
      {
        onSuccess: () => saying.done((isClosed ? words.closed : words.opened)(name)),
        onError: (error) => {
          void readAgain(client, id)
          saying.failed(refusal(error).text)
        },
      },
    )
  }
  return (
    <PageSection title={closedAt ? words.openTitle : words.title}>
      <SectionNote>{closedAt ? words.openLead : words.lead}</SectionNote>
      <SectionButtons>
        {closedAt ? (
          <ConfirmButton
            busy={isPending}
            title={words.openTitle}
            lead={words.openLead}
            confirm={words.openConfirm}
            danger={false}
            onConfirm={turn(false)}
          >
            {words.open}
          </ConfirmButton>
        ) : (
          <ConfirmButton
            busy={isPending}
            variant="danger"
            title={words.closeTitle(name)}
            lead={words.lead}
            confirm={words.closeConfirm}
            onConfirm={turn(true)}
          >
            {words.close}
          </ConfirmButton>
        )}
      </SectionButtons>
    </PageSection>
  )
}
