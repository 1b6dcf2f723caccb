import { ApiError } from '../../lib/api-error.ts'
import { useMediaText } from '../../lib/i18n/desk/use-media-text.ts'
import { useSayFailure } from '../../ui/use-say-failure.ts'

/** Says why a file was not taken, and what to do. */
export function useSayUpload(): (error: unknown, file: File) => string {
  const { refused } = useMediaText().upload
  const sayFailure = useSayFailure()
  return (error, { name }) => {
    const code = error instanceof ApiError ? error.code : 'unexpected'
    if (code === 'file_not_accepted' && /\.hei[cf]$/i.test(name)) return refused.heic
    return Object.hasOwn(refused, code) ? refused[code as keyof typeof refused] : sayFailure(error)
  }
}
