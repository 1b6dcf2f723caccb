import type { WebhookDelivery } from '@bantin/shared/webhooks'
import { useMutation } from '@tanstack/react-query'
import { formatMoment, formatNumber } from '../../lib/format.ts'
import { useWebhooksText } from '../../lib/i18n/desk/use-webhooks-text.ts'
import type { WebhooksWords } from '../../lib/i18n/desk/vi-webhooks.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import styles from './portals.module.css'
import { useRefusal } from './use-refusal.ts'
import { resendMutation } from './webhooks.api.ts'

interface MessageLineProps {
  message: WebhookDelivery
  maySend: boolean
  saying: Saying
}

/** One message: what it tells, how often it was tried, and what the receiver said last. */
export function MessageLine({ message, maySend, saying }: MessageLineProps) {
  const words = useWebhooksText().messages
  const locale = useLocale()
  const { status, seq, article } = message
  const what = sayType(message.type, words)
  return (
    <li className={styles.item}>
      <div>
        <p>
          {what}
          {seq === null ? '' : ` (${words.entry(formatNumber(seq, locale))})`}
          {article ? `: ${article.title}` : ''}
        </p>
        <p className={`${styles.state} ${marks[status]}`}>
          <span className={styles.mark} aria-hidden="true" />
          {words.statuses[status]}
        </p>
        <Tries message={message} />
      </div>
      {maySend && status !== 'waiting' ? (
        <Again id={message.id} name={article ? `${what}, ${article.title}` : what} saying={saying} />
      ) : null}
    </li>
  )
}

const marks = { waiting: styles.unknown, delivered: styles.current, failed: styles.late }

function Tries({ message }: Pick<MessageLineProps, 'message'>) {
  const words = useWebhooksText().messages
  const locale = useLocale()
  const { attempts, createdAt, nextAttemptAt, finishedAt, lastStatus, lastError } = message
  const before = [
    attempts === 0 ? words.noAnswer : words.attempts(formatNumber(attempts, locale)),
    lastStatus === null ? '' : words.answered(lastStatus),
  ]
  const after = [
    words.createdAt(formatMoment(createdAt, locale)),
    nextAttemptAt ? words.nextAt(formatMoment(nextAttemptAt, locale)) : '',
    finishedAt ? words.finishedAt(formatMoment(finishedAt, locale)) : '',
  ]
  return (
    <p className={styles.soft}>
      {before.filter(Boolean).join(' · ')}
      {lastError ? (
        <>
          {' · '}
          {/* The API says what was in the way in English. */}
          <span lang="en">{lastError}</span>
        </>
      ) : null}
      {` · ${after.filter(Boolean).join(' · ')}`}
    </p>
  )
}

function Again({ id, name, saying }: { id: string; name: string; saying: Saying }) {
  const words = useWebhooksText().messages
  const refusal = useRefusal()
  const { mutate, isPending } = useMutation(resendMutation())
  const send = (): void => {
    saying.hush()
    mutate(
      { id },
      {
        onSuccess: () => saying.done(words.sent),
        onError: (error) => saying.failed(refusal(error, { conflict: words.notAgain }).text),
      },
    )
  }
  return (
    <Button busy={isPending} aria-label={words.againOf(name)} onClick={send}>
      {words.again}
    </Button>
  )
}

/** "Bài, đính chính" for `article.correction`; what is not known here stays as it came. */
function sayType(type: string, { ping, entities, reasons }: WebhooksWords['messages']): string {
  if (type === 'ping') return ping
  const [entity = '', reason = ''] = type.split('.')
  return `${entities[entity] ?? entity}, ${reasons[reason] ?? reason}`
}
