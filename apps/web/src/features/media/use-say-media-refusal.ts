import { ApiError } from '../../lib/api-error.ts'
import { useMediaItemText } from '../../lib/i18n/desk/use-media-item-text.ts'
import { useSayFailure } from '../../ui/use-say-failure.ts'

/** Says why something was not done to a file of the library. */
export function useSayMediaRefusal(): (error: unknown) => string {
  const { refused } = useMediaItemText()
  const sayFailure = useSayFailure()
  return (error) => {
    const code = error instanceof ApiError ? error.code : 'unexpected'
    return Object.hasOwn(refused, code) ? refused[code as keyof typeof refused] : sayFailure(error)
  }
}
