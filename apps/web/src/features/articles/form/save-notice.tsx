import { ApiError } from '../../../lib/api-error.ts'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { useUiText } from '../../../lib/i18n/ui/use-ui-text.ts'
import { Button } from '../../../ui/button.tsx'
import { NoticeLine } from '../../../ui/notice-line.tsx'

/** Why a save failed, in words that say where the text is now; what the server refused is named place by place. */
export function SaveNotice({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { form: words, life } = useDeskText()
  const ui = useUiText()
  if (!error) return null
  const known = error instanceof ApiError ? error : null
  const refused = known?.errors ?? []
  return (
    <div role="alert">
      <NoticeLine tone="danger" actions={<Button onClick={onRetry}>{ui.retry}</Button>}>
        <p>{known?.code === 'network' ? words.failedOffline : words.failedOther}</p>
        {known && known.code in life.refused ? <p>{life.refused[known.code as keyof typeof life.refused]}</p> : null}
        {known?.status === 401 ? <p>{words.sessionEnded}</p> : null}
        {refused.length > 0 ? <p>{words.refused}</p> : null}
        {refused.length > 0 ? (
          <ul>
            {refused.map(({ pointer = '', name = '', message }) => (
              <li key={pointer + name + message}>
                {words.fieldName(pointer.split('/')[1] ?? name)}: {message}
              </li>
            ))}
          </ul>
        ) : null}
        {known?.status && known.status >= 500 && known.requestId ? <p>{ui.errors.requestId(known.requestId)}</p> : null}
      </NoticeLine>
    </div>
  )
}
