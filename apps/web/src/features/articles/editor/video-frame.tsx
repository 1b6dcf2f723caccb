import { watchAddress } from '@bantin/shared/video-hosts'
import { use } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { EditorMediaContext } from './editor-media.ts'
import { changeFrame } from './frame-commands.ts'
import type { FrameProps } from './frame-props.ts'
import styles from './frames.module.css'
import { LibraryPicture, useLibraryItem } from './library-picture.tsx'

/** A recording on another site. Nothing is asked of that site here: its address and the picture that stands for it are shown. */
export function VideoFrame({ editor, frame }: FrameProps) {
  const words = useDeskText().editor.media
  const media = use(EditorMediaContext)
  const { host, videoId, posterId } = frame.node.attrs
  const choose = async (): Promise<void> => {
    const [item] = (await media?.pick({ kind: 'picture', many: false })) ?? []
    if (item) changeFrame(editor, frame, { posterId: item.id })
  }
  return (
    <>
      {posterId ? <Poster id={posterId} /> : null}
      <p className={styles.file}>
        <Icon name="video" />
        <span>{watchAddress(host, videoId)}</span>
      </p>
      {media ? (
        <div className={styles.tools}>
          <Button variant="quiet" onClick={choose}>
            {posterId ? words.otherPoster : words.poster}
          </Button>
          {posterId ? (
            <Button variant="quiet" onClick={() => changeFrame(editor, frame, { posterId: null })}>
              {words.noPoster}
            </Button>
          ) : null}
        </div>
      ) : null}
    </>
  )
}

function Poster({ id }: { id: string }) {
  return <LibraryPicture item={useLibraryItem(id)} alt="" />
}
