import { type DeliveryStatus, deliveryStatuses, type Webhook } from '@bantin/shared/webhooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWebhooksText } from '../../lib/i18n/desk/use-webhooks-text.ts'
import { Button } from '../../ui/button.tsx'
import { PageSection, SectionNote } from '../../ui/page-section.tsx'
import { PagedList } from '../../ui/paged-list.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { MessageLine } from './message-line.tsx'
import styles from './portals.module.css'
import { deliveriesQuery } from './webhooks.api.ts'

interface PortalMessagesProps {
  webhooks: readonly Webhook[]
  mayChange: boolean
  saying: Saying
}

/** What was and is to be sent to an endpoint of a portal, the newest first. */
export function PortalMessages({ webhooks, mayChange, saying }: PortalMessagesProps) {
  const words = useWebhooksText().messages
  const [chosen, setChosen] = useState('')
  const [status, setStatus] = useState('')
  const webhook = webhooks.find(({ id }) => id === chosen) ?? (webhooks[0] as Webhook)
  const query = useInfiniteQuery(deliveriesQuery(webhook.id, (status || undefined) as DeliveryStatus | undefined))
  return (
    <PageSection title={words.title}>
      <div className={styles.choices}>
        {webhooks.length > 1 ? (
          <SelectField
            label={words.endpoint}
            value={webhook.id}
            onValue={setChosen}
            choices={webhooks.map(({ id, url }) => ({ value: id, label: url }))}
          />
        ) : null}
        <SelectField
          label={words.status}
          value={status}
          onValue={setStatus}
          choices={[{ value: '', label: words.any }, ...deliveryStatuses.map((one) => ({ value: one, label: words.statuses[one] }))]}
        />
        <div>
          <Button busy={query.isFetching} onClick={() => void query.refetch()}>
            {words.refresh}
          </Button>
        </div>
      </div>
      <PagedList query={query} words={words} empty={<SectionNote>{status ? words.emptyFiltered : words.empty}</SectionNote>}>
        {(messages) => (
          <ul className={styles.items}>
            {messages.map((message) => (
              <MessageLine key={message.id} message={message} maySend={mayChange && webhook.disabledAt === null} saying={saying} />
            ))}
          </ul>
        )}
      </PagedList>
    </PageSection>
  )
}
