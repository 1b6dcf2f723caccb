import { useMutation, useQuery } from '@tanstack/react-query'
import { formatMoment } from '../../lib/format.ts'
import { useAccountText } from '../../lib/i18n/desk/use-account-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import { useSayFailure } from '../../ui/use-say-failure.ts'
import { endSessionMutation, sessionsQuery } from './account.api.ts'
import { AccountSection } from './account-section.tsx'
import { OwnItem, OwnList } from './own-list.tsx'

/** Where the account is signed in. This page's own session is ended by signing out. */
export function Sessions() {
  const words = useAccountText().sessions
  const locale = useLocale()
  const saying = useSaid()
  const sayFailure = useSayFailure()
  const query = useQuery(sessionsQuery())
  const ending = useMutation(endSessionMutation())
  const end = (id: string | undefined, said: string): void => {
    saying.hush()
    ending.mutate(id, { onSuccess: () => saying.done(said), onError: (error) => saying.failed(sayFailure(error)) })
  }
  const others = query.data?.data.filter(({ isCurrent }) => !isCurrent) ?? []
  return (
    <AccountSection title={words.title} lead={words.lead}>
      <SaidLine {...saying} />
      <OwnList query={query} label={words.list} empty={words.onlyThis}>
        {({ id, device, address, createdAt, lastUsedAt, isCurrent }) => {
          const [name, since] = [device ?? words.unknownDevice, formatMoment(createdAt, locale)]
          return (
            <OwnItem
              key={id}
              name={name}
              mark={isCurrent ? words.thisDevice : undefined}
              facts={words.facts(address ?? words.unknownAddress, since, formatMoment(lastUsedAt, locale))}
              end={
                isCurrent
                  ? undefined
                  : {
                      text: words.end,
                      label: words.endOne(name, since),
                      title: words.endTitle,
                      lead: words.endLead(name),
                      busy: ending.isPending,
                      onEnd: () => end(id, words.ended),
                    }
              }
            />
          )
        }}
      </OwnList>
      {others.length > 1 ? (
        <div>
          <ConfirmButton
            title={words.endOthersTitle}
            lead={words.endOthersLead}
            confirm={words.endOthers}
            busy={ending.isPending}
            onConfirm={() => end(undefined, words.othersEnded)}
          >
            {words.endOthers}
          </ConfirmButton>
        </div>
      ) : null}
    </AccountSection>
  )
}
