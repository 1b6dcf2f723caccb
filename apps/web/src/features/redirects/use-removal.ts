import type { Redirect } from '@bantin/shared/redirects'
import { useMutation } from '@tanstack/react-query'
import { ApiError } from '../../lib/api-error.ts'
import { useRedirectsText } from '../../lib/i18n/desk/use-redirects-text.ts'
import { sayAddress } from '../../lib/say-address.ts'
import type { Saying } from '../../ui/said-line.tsx'
import { removeRedirectMutation } from './redirects.api.ts'

/** Deletes a redirect as it was shown, and says what came of it. */
export function useRemoval({ done, failed, hush }: Saying): (redirect: Redirect) => void {
  const words = useRedirectsText()
  const { mutate } = useMutation(removeRedirectMutation())
  return ({ id, version, fromPathQuery }) => {
    const from = sayAddress(fromPathQuery)
    hush()
    mutate(
      { id, version },
      {
        onSuccess: () => done(words.removed(from)),
        onError: (error) => {
          const code = error instanceof ApiError ? error.code : 'unexpected'
          if (code === 'not_found') done(words.removeGone(from))
          else failed(code === 'version_stale' ? words.removeStale(from) : words.failed)
        },
      },
    )
  }
}
