import { ApiError } from '../../lib/api-error.ts'
import { usePortalsText } from '../../lib/i18n/desk/use-portals-text.ts'
import { useSayFailure } from '../../ui/use-say-failure.ts'

/** Why the API did not do it, and the field of the body that it is about. */
export interface Refusal {
  field: string | null
  text: string
}

interface RefusalWords {
  /** Where the place knows why there can be a conflict. */
  conflict?: string
  /** What is wrong with a field when the API finds it so. */
  fields?: Record<string, string>
  stale?: string
}

/** Says in words why a change to a portal was refused, and at which field. */
export function useRefusal(): (error: unknown, known?: RefusalWords) => Refusal {
  const words = usePortalsText()
  const sayFailure = useSayFailure()
  return (error, { conflict, fields = {}, stale = words.changedBeside } = {}) => {
    if (!(error instanceof ApiError)) return { field: null, text: sayFailure(error) }
    const field = error.errors[0]?.pointer?.split('/')[1] ?? null
    if (error.code === 'unknown_reference' && field !== null && field in words.unknown) {
      return { field, text: words.unknown[field as keyof typeof words.unknown] }
    }
    if (error.code === 'invalid_request' && field !== null) return { field, text: fields[field] ?? words.missing }
    if (error.code === 'conflict' && conflict) return { field: null, text: conflict }
    if (error.code === 'forbidden') return { field: null, text: words.forbidden }
    if (error.code === 'not_found') return { field: null, text: words.gone }
    if (error.code === 'version_stale') return { field: null, text: stale }
    return { field: null, text: sayFailure(error) }
  }
}
