import { ApiError } from '../lib/api-error.ts'
import { useDeskText } from '../lib/i18n/desk/use-desk-text.ts'
import { useUiText } from '../lib/i18n/ui/use-ui-text.ts'

/** Says why something could not be done where the place has no words of its own for it: no network, too many tries, a busy server. */
export function useSayFailure(): (error: unknown) => string {
  const words = useDeskText()
  const { errors } = useUiText()
  return (error) => {
    if (!(error instanceof ApiError)) return words.failed
    if (error.code === 'network') return errors.network
    if (error.status === 429) return words.tooMany(sayWait(error.retryAfter, words.wait))
    return error.status >= 500 ? errors.busy : words.failed
  }
}

interface WaitWords {
  unknown: string
  seconds: (n: number) => string
  minutes: (n: number) => string
}

function sayWait(seconds: number | null, words: WaitWords): string {
  if (seconds === null) return words.unknown
  return seconds <= 90 ? words.seconds(seconds) : words.minutes(Math.ceil(seconds / 60))
}
