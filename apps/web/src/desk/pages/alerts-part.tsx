import type { Alert } from '@bantin/shared/alerts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AlertDialog } from '../../features/alerts/alert-dialog.tsx'
import { AlertList } from '../../features/alerts/alert-list.tsx'
import { alertsQuery, endAlertMutation } from '../../features/alerts/alerts.api.ts'
import { siteQuery } from '../../features/site/site.api.ts'
import { ApiError } from '../../lib/api-error.ts'
import { useAlertsText } from '../../lib/i18n/desk/use-alerts-text.ts'
import { useHomeText } from '../../lib/i18n/desk/use-home-text.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Outline } from '../../ui/paged-list.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import { useSitePermission } from '../use-site-permission.ts'
import styles from './list-page.module.css'

/** The alerts above all pages: those that stand there, those to come, those that did. */
export function AlertsPart() {
  const words = useAlertsText()
  const { readOnly } = useHomeText()
  const mayChange = useSitePermission()('alerts.change') ?? false
  const { data: alerts, error, isPending, refetch } = useQuery(alertsQuery())
  const { data: site } = useQuery(siteQuery())
  const { task, setTask, saying, saved, end } = useAlertWork()
  if (isPending) return <Outline />
  if (!alerts) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  return (
    <>
      <p className={styles.lead}>{mayChange ? words.lead : readOnly}</p>
      {mayChange ? (
        <div className={styles.buttons}>
          <Button variant="primary" onClick={() => setTask({ alert: null })}>
            {words.add}
          </Button>
        </div>
      ) : null}
      <SaidLine {...saying} />
      <AlertList alerts={alerts} actions={mayChange ? { edit: (alert) => setTask({ alert }), end } : null} />
      {task && site ? <AlertDialog alert={task.alert} timeZone={site.timeZone} onSaved={saved} onClose={() => setTask(null)} /> : null}
    </>
  )
}

/** What is being done, and what came of it. */
function useAlertWork() {
  const words = useAlertsText()
  const saying = useSaid()
  const { mutate } = useMutation(endAlertMutation())
  const [task, setTask] = useState<{ alert: Alert | null } | null>(null)
  const saved = (now: Alert): void => {
    const { added, planned, changed } = words.done
    saying.done(now.state === 'planned' ? planned : task?.alert ? changed : added)
    setTask(null)
  }
  const end = (alert: Alert): void => {
    saying.hush()
    mutate(alert, {
      onSuccess: () => saying.done(words.end.done),
      onError: (error) => saying.failed(error instanceof ApiError && error.code === 'version_stale' ? words.end.stale : words.end.failed),
    })
  }
  return { task, setTask, saying, saved, end }
}
