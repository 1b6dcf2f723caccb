import { ApiError } from '../../../lib/api-error.ts'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { ErrorNotice } from '../../../ui/error-notice.tsx'
import styles from './save-notice.module.css'

/** Why a save failed, in words that say where the text is now; what the server refused is named place by place. */
export function SaveNotice({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const words = useDeskText().form
  if (!error) return null
  const known = error instanceof ApiError ? error : null
  const refused = known?.errors ?? []
  return (
    <div className={styles.notice}>
      <ErrorNotice error={error} message={known?.code === 'network' ? words.failedOffline : words.failedOther} onRetry={onRetry} />
      {refused.length > 0 ? (
        <div role="alert">
          <p>{words.refused}</p>
          <ul>
            {refused.map(({ pointer = '', name = '', message }) => (
              <li key={pointer + name + message}>
                {words.fieldName(pointer.split('/')[1] ?? name)}: {message}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}
