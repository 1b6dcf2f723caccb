import type { Client, MadeKey } from '@bantin/shared/clients'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { usePortalsText } from '../../lib/i18n/desk/use-portals-text.ts'
import { Button } from '../../ui/button.tsx'
import { PageSection, SectionButtons, SectionNote } from '../../ui/page-section.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import { KeyDialog } from './key-dialog.tsx'
import { KeyLine } from './key-line.tsx'
import { readAgain, revokeKeyMutation } from './portals.api.ts'
import styles from './portals.module.css'
import { SecretOnce } from './secret-once.tsx'
import { useRefusal } from './use-refusal.ts'

interface PortalKeysProps {
  portal: Client
  mayChange: boolean
  /** The last moment of a day by the clock of the site; null when it is no day. */
  endOf: (day: string) => string | null
  today: string
  saying: Saying
}

/** The keys of a portal, those that work before those that are over. A new one is shown until it is closed, and never again. */
export function PortalKeys({ portal, mayChange, endOf, today, saying }: PortalKeysProps) {
  const words = usePortalsText().keys
  const [made, setMade] = useState<MadeKey | null>(null)
  const [asking, setAsking] = useState(false)
  const revoke = useRevoke(portal, saying)
  const keys = portal.keys.toSorted((one, other) => Number(one.revokedAt !== null) - Number(other.revokedAt !== null))
  const begin = (): void => {
    saying.hush()
    setAsking(true)
  }
  const show = (key: MadeKey): void => {
    setAsking(false)
    setMade(key)
  }
  return (
    <PageSection title={words.title}>
      <div role="status" className={styles.made}>
        {made ? <SecretOnce key={made.id} name={words.made} secret={made.key} onClose={() => setMade(null)} /> : null}
      </div>
      {keys.length === 0 ? <SectionNote>{words.empty}</SectionNote> : null}
      <ul className={styles.items}>
        {keys.map((key) => (
          <KeyLine key={key.id} apiKey={key} onRevoke={mayChange && key.revokedAt === null ? () => revoke(key) : null} />
        ))}
      </ul>
      {mayChange && portal.closedAt === null ? (
        <SectionButtons>
          <Button onClick={begin}>{words.add}</Button>
        </SectionButtons>
      ) : null}
      {asking ? <KeyDialog portal={portal} endOf={endOf} today={today} onMade={show} onClose={() => setAsking(false)} /> : null}
    </PageSection>
  )
}

function useRevoke({ id, version }: Client, saying: Saying): (key: { id: string; prefix: string }) => void {
  const words = usePortalsText().keys
  const client = useQueryClient()
  const refusal = useRefusal()
  const { mutate } = useMutation(revokeKeyMutation())
  return (key) => {
    saying.hush()
    mutate(
      { id, version, keyId: key.id },
      {
        onSuccess: () => saying.done(words.revoked(key.prefix)),
        onError: (error) => {
          void readAgain(client, id)
          saying.failed(refusal(error).text)
        },
      },
    )
  }
}
