import type { Alert } from '@bantin/shared/alerts'
import { formatMoment } from '../../lib/format.ts'
import { useAlertsText } from '../../lib/i18n/desk/use-alerts-text.ts'
import type { AlertsWords } from '../../lib/i18n/desk/vi-alerts.ts'
import { type Locale, useLocale } from '../../lib/i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import styles from './alert-list.module.css'

/** What may be done with alerts. */
export interface AlertDeeds {
  edit: (alert: Alert) => void
  end: (alert: Alert) => void
}

interface AlertListProps {
  alerts: readonly Alert[]
  /** Null for those who may only look. */
  actions: AlertDeeds | null
}

/** What stands above the pages now or will, then what did. */
export function AlertList({ alerts, actions }: AlertListProps) {
  const words = useAlertsText()
  const current = alerts.filter(({ state }) => state !== 'ended')
  const ended = alerts.filter(({ state }) => state === 'ended')
  return (
    <>
      {current.length === 0 ? <p className={styles.empty}>{words.empty}</p> : <Rows alerts={current} actions={actions} />}
      {ended.length > 0 ? (
        <details className={styles.ended}>
          <summary>{words.ended(ended.length)}</summary>
          <Rows alerts={ended} actions={actions} />
        </details>
      ) : null}
    </>
  )
}

function Rows({ alerts, actions }: AlertListProps) {
  const words = useAlertsText()
  const locale = useLocale()
  return (
    <ul className={styles.list}>
      {alerts.map((alert) => (
        <li key={alert.id} className={`${styles.alert} ${styles[alert.level]}`}>
          <p className={styles.facts}>
            <strong>{words.levels[alert.level]}</strong>
            <span>{sayTime(alert, words, locale)}</span>
          </p>
          <p className={styles.text}>{alert.text}</p>
          {alert.url ? <p className={styles.facts}>{words.leadsTo(alert.url)}</p> : null}
          {actions ? <Actions alert={alert} actions={actions} /> : null}
        </li>
      ))}
    </ul>
  )
}

function Actions({ alert, actions }: { alert: Alert; actions: AlertDeeds }) {
  const words = useAlertsText()
  return (
    <div className={styles.actions}>
      <Button aria-label={`${words.edit}: ${alert.text}`} onClick={() => actions.edit(alert)}>
        {alert.state === 'ended' ? words.again : words.edit}
      </Button>
      {alert.state === 'ended' ? null : (
        <ConfirmButton
          variant="danger"
          aria-label={`${words.end.button}: ${alert.text}`}
          title={words.end.title}
          lead={words.end.lead(alert.text)}
          confirm={words.end.confirm}
          onConfirm={() => actions.end(alert)}
        >
          {words.end.button}
        </ConfirmButton>
      )}
    </div>
  )
}

function sayTime({ state, from, until }: Alert, words: AlertsWords, locale: Locale): string {
  const [begins, ends] = [from, until].map((moment) => (moment ? formatMoment(moment, locale) : null))
  if (state === 'ended') return words.times.ended(ends ?? '')
  if (state === 'planned') return ends ? words.times.planned(begins ?? '', ends) : words.times.plannedOpen(begins ?? '')
  return ends ? words.times.until(ends) : words.times.open
}
