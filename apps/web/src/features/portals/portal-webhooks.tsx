import type { Client } from '@bantin/shared/clients'
import type { Webhook, WebhookWithSecret } from '@bantin/shared/webhooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWebhooksText } from '../../lib/i18n/desk/use-webhooks-text.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { PageSection, SectionButtons, SectionNote } from '../../ui/page-section.tsx'
import { Outline } from '../../ui/paged-list.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import { PortalMessages } from './portal-messages.tsx'
import styles from './portals.module.css'
import { SecretOnce } from './secret-once.tsx'
import { WebhookDialog, type WebhookTask } from './webhook-dialog.tsx'
import { WebhookLine } from './webhook-line.tsx'
import { webhooksQuery } from './webhooks.api.ts'

interface PortalWebhooksProps {
  portal: Client
  mayChange: boolean
  saying: Saying
}

/** Where a portal is told of changes, and what was sent there. */
export function PortalWebhooks({ portal, mayChange, saying }: PortalWebhooksProps) {
  const { data: webhooks, error, isPending, refetch } = useQuery(webhooksQuery(portal.id))
  const words = useWebhooksText()
  if (webhooks) return <Shown webhooks={webhooks} {...{ portal, saying }} mayChange={mayChange && portal.closedAt === null} />
  return (
    <PageSection title={words.title}>{isPending ? <Outline /> : <ErrorNotice error={error} onRetry={() => void refetch()} />}</PageSection>
  )
}

function Shown({ webhooks, portal, mayChange, saying }: PortalWebhooksProps & { webhooks: Webhook[] }) {
  const words = useWebhooksText()
  const [task, setTask] = useState<WebhookTask | null>(null)
  const [made, setMade] = useState<WebhookWithSecret | null>(null)
  const begin = (next: WebhookTask): void => {
    saying.hush()
    setTask(next)
  }
  const show = (answer: WebhookWithSecret): void => {
    setTask(null)
    setMade(answer)
  }
  return (
    <>
      <PageSection title={words.title}>
        <SectionNote>{webhooks.length === 0 ? words.empty : words.lead}</SectionNote>
        <div role="status" className={styles.made}>
          {made ? (
            <SecretOnce
              key={made.secret}
              name={words.withUrl(words.secretMade, made.url)}
              secret={made.secret}
              onClose={() => setMade(null)}
            />
          ) : null}
        </div>
        <ul className={styles.items}>
          {webhooks.map((webhook) => (
            <WebhookLine
              key={webhook.id}
              webhook={webhook}
              onRotate={mayChange ? () => begin({ rotate: webhook }) : null}
              saying={saying}
            />
          ))}
        </ul>
        {mayChange ? (
          <SectionButtons>
            <Button onClick={() => begin({ addTo: portal.id })}>{words.add}</Button>
          </SectionButtons>
        ) : null}
      </PageSection>
      {webhooks.length > 0 ? <PortalMessages webhooks={webhooks} mayChange={mayChange} saying={saying} /> : null}
      {task ? <WebhookDialog task={task} onMade={show} onClose={() => setTask(null)} /> : null}
    </>
  )
}
