import type { AlertPatch } from '@bantin/shared/alerts'
import type { StoredAlert } from '../../db/schema/sites.ts'

/** How many can be there that have not ended: nobody reads more. */
export const mostCurrent = 20

/** How many of those that have ended are remembered; the audit log has all of them. */
const mostEnded = 50

/** The alert with what is said of it anew; null clears. */
export function merged(alert: StoredAlert, { level, text, url, from, until }: AlertPatch): StoredAlert {
  return {
    ...alert,
    ...(level === undefined ? {} : { level }),
    ...(text === undefined ? {} : { text }),
    ...(url === undefined ? {} : { url }),
    ...(from === undefined ? {} : { from: momentOf(from) }),
    ...(until === undefined ? {} : { until: momentOf(until) }),
  }
}

export function changedFields(before: StoredAlert, after: StoredAlert): string[] {
  return (['level', 'text', 'url', 'from', 'until'] as const).filter((name) => before[name] !== after[name])
}

export function hasEnded({ until }: StoredAlert, now: Date): boolean {
  return until !== null && new Date(until) <= now
}

/** Without the oldest of those that have ended, where there are too many. */
export function kept(alerts: StoredAlert[], now: Date): StoredAlert[] {
  const forgotten = new Set(alerts.filter((alert) => hasEnded(alert, now)).slice(mostEnded))
  return alerts.filter((alert) => !forgotten.has(alert))
}

/** In one form, so that moments can be compared as texts. */
function momentOf(given: string | null): string | null {
  return given === null ? null : new Date(given).toISOString()
}
