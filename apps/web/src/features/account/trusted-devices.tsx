import type { Me } from '@bantin/shared/auth'
import { useMutation, useQuery } from '@tanstack/react-query'
import { formatDate, formatMoment } from '../../lib/format.ts'
import { useAccountText } from '../../lib/i18n/desk/use-account-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import { useSayFailure } from '../../ui/use-say-failure.ts'
import { endTrustMutation, trustedDevicesQuery } from './account.api.ts'
import { AccountSection } from './account-section.tsx'
import { OwnItem, OwnList } from './own-list.tsx'

/** The devices on which signing in asks for no code. */
export function TrustedDevices({ me }: { me: Me }) {
  const text = useAccountText()
  const words = text.devices
  const locale = useLocale()
  const saying = useSaid()
  const sayFailure = useSayFailure()
  const query = useQuery(trustedDevicesQuery())
  const ending = useMutation(endTrustMutation())
  const end = (id: string): void => {
    saying.hush()
    ending.mutate(id, { onSuccess: () => saying.done(words.ended), onError: (error) => saying.failed(sayFailure(error)) })
  }
  return (
    <AccountSection title={words.title} lead={words.lead}>
      <SaidLine {...saying} />
      <OwnList query={query} label={words.list} empty={me.secondFactor.isOn ? words.empty : words.off}>
        {({ id, device, createdAt, expiresAt }) => {
          const [name, since] = [device ?? text.sessions.unknownDevice, formatMoment(createdAt, locale)]
          return (
            <OwnItem
              key={id}
              name={name}
              facts={words.facts(since, formatDate(expiresAt, locale))}
              end={{
                text: words.end,
                label: words.endOne(name, since),
                title: words.endTitle,
                lead: words.endLead(name),
                busy: ending.isPending,
                onEnd: () => end(id),
              }}
            />
          )
        }}
      </OwnList>
    </AccountSection>
  )
}
