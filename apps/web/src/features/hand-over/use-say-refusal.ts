import type { FieldError } from '@bantin/shared/errors'
import { ApiError } from '../../lib/api-error.ts'
import { useHandOverText } from '../../lib/i18n/desk/use-hand-over-text.ts'
import type { HandOverWords } from '../../lib/i18n/desk/vi-hand-over.ts'

/** Why nothing was handed over; `faults`: what the successor lacks, a line each. */
export interface Refusal {
  text: string
  faults: string[]
}

/** Says why the work was not handed over to this person. */
export function useSayRefusal(): (error: unknown, successor: string) => Refusal {
  const words = useHandOverText()
  return (error, successor) => {
    if (error instanceof ApiError && error.status === 422) return sayLack(error.errors, successor, words)
    const code = error instanceof ApiError ? error.code : 'unexpected'
    return { text: Object.hasOwn(words.refusals, code) ? words.refusals[code as keyof typeof words.refusals] : words.failed, faults: [] }
  }
}

/** The units in which a role is missing, by the part that needs it; or that the person takes over nothing any more. */
function sayLack(errors: readonly FieldError[], successor: string, words: HandOverWords): Refusal {
  const lacking = errors.filter(({ code }) => code === 'lacks_role')
  if (lacking.length === 0) return { text: words.cannot(successor), faults: [] }
  const faults = lacking.map(({ pointer, name = '' }) => (pointer === '/schedules' ? words.lacksPublisher(name) : words.lacksWriter(name)))
  return { text: words.lacks(successor), faults: [...new Set(faults)] }
}
