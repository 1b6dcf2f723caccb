import { useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../../lib/api-error.ts'
import { usePersonText } from '../../lib/i18n/desk/use-person-text.ts'
import { personQuery } from './people.api.ts'

/** Says why something was not done to this person's account. What stands by now is shown. */
export function useSayRefusal(id: string): (error: unknown) => string {
  const words = usePersonText()
  const client = useQueryClient()
  return (error) => {
    const code = error instanceof ApiError ? error.code : 'unexpected'
    if (code === 'last_administrator') return words.lastAdministrator
    if (code === 'forbidden') return words.forbidden
    if (code !== 'version_stale' && code !== 'conflict' && code !== 'not_found') return words.failed
    void client.invalidateQueries({ queryKey: personQuery(id).queryKey })
    return words.stale
  }
}
