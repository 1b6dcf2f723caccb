import type { MediaItem } from '@bantin/shared/media'
import { useMutation } from '@tanstack/react-query'
import { useMediaItemText } from '../../lib/i18n/desk/use-media-item-text.ts'
import { Button } from '../../ui/button.tsx'
import { NoticeLine } from '../../ui/notice-line.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import { saveMediaMutation } from './media.api.ts'
import { useSayMediaRefusal } from './use-say-media-refusal.ts'

interface RenderingStateProps {
  item: MediaItem
  mayChange: boolean
  saying: Saying
}

/** Says that a picture's sizes are still being made, or could not be: then they are asked for again by framing it as it is. */
export function RenderingState({ item, mayChange, saying }: RenderingStateProps) {
  const words = useMediaItemText()
  const sayRefusal = useSayMediaRefusal()
  const { mutate, isPending } = useMutation(saveMediaMutation())
  const { id, version, crop, rendering } = item
  const again = (): void => {
    saying.hush()
    mutate({ id, version, patch: { crop } }, { onError: (error) => saying.failed(sayRefusal(error)) })
  }
  const button = (
    <Button busy={isPending} onClick={again}>
      {words.renderAgain}
    </Button>
  )
  return (
    <div role="status">
      {rendering === 'waiting' ? <NoticeLine tone="notice">{words.rendering}</NoticeLine> : null}
      {rendering === 'failed' ? (
        <NoticeLine tone="danger" actions={mayChange ? button : undefined}>
          {words.renderingFailed}
        </NoticeLine>
      ) : null}
    </div>
  )
}
