import type { Webhook } from '@bantin/shared/webhooks'
import { formatMoment, formatNumber } from '../../lib/format.ts'
import { useWebhooksText } from '../../lib/i18n/desk/use-webhooks-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import styles from './portals.module.css'
import { useWebhook } from './use-webhook.ts'

interface WebhookLineProps {
  webhook: Webhook
  /** Null for those who may only look. */
  onRotate: (() => void) | null
  saying: Saying
}

/** An endpoint: whether it is told, what waits for it and what failed, and what is done to it. */
export function WebhookLine({ webhook, onRotate, saying }: WebhookLineProps) {
  return (
    <li className={`${styles.item} ${styles.stacked}`}>
      <Facts webhook={webhook} />
      {onRotate ? <Buttons webhook={webhook} onRotate={onRotate} saying={saying} /> : null}
    </li>
  )
}

function Facts({ webhook }: Pick<WebhookLineProps, 'webhook'>) {
  const words = useWebhooksText()
  const locale = useLocale()
  const say = (moment: string) => formatMoment(moment, locale)
  const { url, disabledAt, disabledBecause, waiting, failed, lastDeliveredAt, formerSecretUntil } = webhook
  const isOn = disabledAt === null
  return (
    <div>
      <p className={styles.url}>{url}</p>
      <p className={`${styles.state} ${isOn ? styles.current : styles.unknown}`}>
        <span className={styles.mark} aria-hidden="true" />
        {isOn ? words.on : words.off[disabledBecause ?? 'by_hand'](say(disabledAt))}
      </p>
      <p className={styles.soft}>
        {words.waiting(formatNumber(waiting, locale))} ·{' '}
        <span className={failed > 0 ? styles.bad : undefined}>{words.failed(formatNumber(failed, locale))}</span> ·{' '}
        {lastDeliveredAt ? words.lastDelivered(say(lastDeliveredAt)) : words.neverDelivered}
      </p>
      {formerSecretUntil ? <p className={styles.soft}>{words.formerUntil(say(formerSecretUntil))}</p> : null}
    </div>
  )
}

function Buttons({ webhook, onRotate, saying }: WebhookLineProps & { onRotate: () => void }) {
  const words = useWebhooksText()
  const { turn, ping, remove } = useWebhook(webhook, saying)
  const named = (action: string) => ({ 'aria-label': words.withUrl(action, webhook.url) })
  return (
    <div className={styles.quiet}>
      {webhook.disabledAt === null ? (
        <>
          <Button {...named(words.ping)} onClick={ping}>
            {words.ping}
          </Button>
          <ConfirmButton
            {...named(words.turnOff)}
            title={words.turnOffTitle}
            lead={<Asked url={webhook.url} lead={words.turnOffLead} />}
            confirm={words.turnOffConfirm}
            onConfirm={() => turn(false)}
          >
            {words.turnOff}
          </ConfirmButton>
        </>
      ) : (
        <Button {...named(words.turnOn)} onClick={() => turn(true)}>
          {words.turnOn}
        </Button>
      )}
      <Button {...named(words.rotate)} onClick={onRotate}>
        {words.rotate}
      </Button>
      <ConfirmButton
        {...named(words.remove)}
        title={words.removeTitle}
        lead={<Asked url={webhook.url} lead={words.removeLead} />}
        confirm={words.removeConfirm}
        onConfirm={remove}
      >
        {words.remove}
      </ConfirmButton>
    </div>
  )
}

function Asked({ url, lead }: { url: string; lead: string }) {
  return (
    <>
      <span className={styles.url}>{url}</span>
      <br />
      {lead}
    </>
  )
}
