import type { Abbreviation } from '@bantin/shared/abbreviations'
import { useMutation } from '@tanstack/react-query'
import { ApiError } from '../../lib/api-error.ts'
import { useSearchesText } from '../../lib/i18n/desk/use-searches-text.ts'
import type { Saying } from '../../ui/said-line.tsx'
import { removeAbbreviationMutation } from './searches.api.ts'

/** Deletes an abbreviation as it was shown, and says what came of it. */
export function useAbbreviationRemoval({ done, failed, hush }: Saying): (abbreviation: Abbreviation) => void {
  const words = useSearchesText().abbreviations
  const { mutate } = useMutation(removeAbbreviationMutation())
  return ({ id, version, short }) => {
    hush()
    mutate(
      { id, version },
      {
        onSuccess: () => done(words.removed(short)),
        onError: (error) => {
          const code = error instanceof ApiError ? error.code : 'unexpected'
          if (code === 'not_found') done(words.removeGone(short))
          else failed(code === 'version_stale' ? words.removeStale(short) : words.failed)
        },
      },
    )
  }
}
