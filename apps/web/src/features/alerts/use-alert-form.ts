import type { Alert, NewAlert } from '@bantin/shared/alerts'
import { isPageLink } from '@bantin/shared/link-target'
import { type AlertLevel, alertLevels } from '@bantin/shared/site-places'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { useAlertsText } from '../../lib/i18n/desk/use-alerts-text.ts'
import type { AlertsWords } from '../../lib/i18n/desk/vi-alerts.ts'
import { readMoment } from '../../ui/moment-fields.tsx'
import { type FieldProblems, type Filled, useAskForm } from '../../ui/use-ask-form.ts'
import { readAlert, saveAlertMutation } from './alerts.api.ts'

/** The form of one alert: what is filled in outlives every refusal. */
export function useAlertForm(alert: Alert | null, timeZone: string, onSaved: (saved: Alert) => void) {
  const words = useAlertsText()
  const client = useQueryClient()
  const { mutateAsync, isPending: busy } = useMutation(saveAlertMutation())
  const [held, setHeld] = useState(alert)

  const explain = async (error: unknown): Promise<FieldProblems> => {
    if (!(error instanceof ApiError)) throw error
    if (error.code === 'not_found') return { all: words.form.gone }
    if (error.code === 'conflict') return { all: words.form.tooMany }
    if (error.code === 'version_stale' && held) {
      const now = await readAlert(client, held.id)
      setHeld(now)
      return { all: words.form.stale(now.text) }
    }
    return error.errors.some(({ pointer }) => pointer === '/until') ? { until: words.form.past } : { all: words.form.failed }
  }
  const form = useAskForm<NewAlert>(
    (filled) => readForm(filled, timeZone, words.form),
    async (input) => {
      try {
        onSaved(await mutateAsync({ alert: held, input }))
      } catch (error) {
        form.refuse(await explain(error).catch(() => ({ all: words.form.failed })))
      }
    },
  )
  return { ...form, busy }
}

function readForm(filled: Filled, timeZone: string, words: AlertsWords['form']): { send: NewAlert } | { wrong: FieldProblems } {
  const text = filled('text').replace(/\s+/g, ' ')
  const url = filled('url')
  const from = readMoment(filled, 'from', timeZone, '00:00')
  const until = readMoment(filled, 'until', timeZone, '23:59')
  const wrong: FieldProblems = {
    ...(text ? {} : { text: words.textMissing }),
    ...(url && !isPageLink(url) ? { url: words.urlWrong } : {}),
    ...(from === null ? { from: words.dayMissing } : {}),
    ...(until === null ? { until: words.dayMissing } : {}),
    ...(until && Date.parse(until) <= Math.max(Date.now(), from ? Date.parse(from) : 0) ? { until: words.past } : {}),
  }
  if (Object.keys(wrong).length > 0) return { wrong }
  return { send: { level: levelOf(filled('level')), text, url: url || null, from: from || null, until: until || null } }
}

function levelOf(value: string): AlertLevel {
  return alertLevels.find((level) => level === value) ?? 'info'
}
