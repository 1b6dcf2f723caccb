import { ApiError } from '../../lib/api-error.ts'
import { useOrganizationText } from '../../lib/i18n/desk/use-organization-text.ts'
import { useSayFailure } from '../../ui/use-say-failure.ts'

/** Why the API did not do it, and the field of the body that it is about, such as `names` or `contacts/email`. */
export interface Refusal {
  field: string | null
  text: string
}

/** Says in words why a change was refused: which rule it would have broken, and where. `referred` is for what something still refers to. */
export function useRefusal(): (error: unknown, referred?: string) => Refusal {
  const words = useOrganizationText()
  const sayFailure = useSayFailure()
  return (error, referred) => {
    if (!(error instanceof ApiError)) return { field: null, text: sayFailure(error) }
    const [fault] = error.errors
    const field = fault?.pointer?.slice(1) ?? null
    const rule = fault ? words.rules[fault.code] : undefined
    if (error.code === 'conflict' && rule) return { field, text: rule }
    if (error.code === 'conflict' && referred) return { field: null, text: referred }
    if (error.code === 'forbidden') return { field: null, text: words.forbidden }
    if (error.code === 'not_found') return { field: null, text: words.gone }
    if (error.code === 'version_stale') return { field: null, text: words.stale([]) }
    if (error.code === 'invalid_request' && field !== null) return { field, text: sayFault(field, words) }
    return { field: null, text: sayFailure(error) }
  }
}

function sayFault(field: string, words: ReturnType<typeof useOrganizationText>): string {
  if (field === 'slug') return words.slugWrong
  return /(^|\/)(from|through)$/.test(field) ? words.days.backwards : words.missing
}
