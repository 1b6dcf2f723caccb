import type { FieldError } from '@bantin/shared/errors'
import type { HandOverSheet } from '@bantin/shared/hand-over'
import { ApiError } from '../../lib/api-error.ts'
import { useHandOverText } from '../../lib/i18n/desk/use-hand-over-text.ts'

/** Why nothing was handed over; `faults`: what the successor lacks, a line each. */
export interface Refusal {
  text: string
  faults: string[]
}

/** Says why the work was not handed over. */
export function useSayRefusal(): (error: unknown, sheet: HandOverSheet, successor: string) => Refusal {
  const words = useHandOverText()
  return (error, _sheet, successor) => {
    const code = error instanceof ApiError ? error.code : 'unexpected'
    if (error instanceof ApiError && error.status === 422)
      return { text: words.lacks(successor), faults: error.errors.map(({ message }: FieldError) => message) }
    if (code === 'version_stale') return { text: words.stale, faults: [] }
    if (code === 'last_administrator') return { text: words.lastAdministrator, faults: [] }
    return { text: code === 'forbidden' ? words.forbidden : words.failed, faults: [] }
  }
}
