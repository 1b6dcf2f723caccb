import { useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../../lib/api-error.ts'
import { useUserText } from '../../lib/i18n/desk/use-user-text.ts'
import { userQuery } from './users.api.ts'

/** Says why something was not done to this user's account. What stands by now is shown. */
export function useSayRefusal(id: string): (error: unknown) => string {
  const words = useUserText()
  const client = useQueryClient()
  return (error) => {
    const code = error instanceof ApiError ? error.code : 'unexpected'
    if (code === 'last_administrator') return words.lastAdministrator
    if (code === 'forbidden') return words.forbidden
    if (code !== 'version_stale' && code !== 'conflict' && code !== 'not_found') return words.failed
    void client.invalidateQueries({ queryKey: userQuery(id).queryKey })
    return words.stale
  }
}
