import { ApiError } from '../lib/api-error.ts'
import { useUiText } from '../lib/i18n/ui/use-ui-text.ts'
import type { UiWords } from '../lib/i18n/ui/vi.ts'
import { Button } from './button.tsx'
import styles from './error-notice.module.css'

export interface ErrorNoticeProps {
  error: unknown
  /** Says what failed in the place's own words; without it the kind of error speaks. */
  message?: string
  onRetry?: () => void
}

/** Says in people's words that something could not be loaded or done, and offers to try again. */
export function ErrorNotice({ error, message, onRetry }: ErrorNoticeProps) {
  const words = useUiText()
  const requestId = error instanceof ApiError && error.status >= 500 ? error.requestId : null
  return (
    <div role="alert" className={styles.notice}>
      <p>{message ?? messageOf(error, words)}</p>
      {requestId ? <p className={styles.requestId}>{words.errors.requestId(requestId)}</p> : null}
      {onRetry ? <Button onClick={onRetry}>{words.retry}</Button> : null}
    </div>
  )
}

function messageOf(error: unknown, words: UiWords): string {
  if (!(error instanceof ApiError)) return words.errors.unknown
  if (error.code === 'network') return words.errors.network
  if (error.status === 429) return words.errors.tooMany
  return error.status >= 500 ? words.errors.busy : words.errors.unknown
}
