import { use } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { EditorMediaContext } from './editor-media.ts'
import { addFigures } from './frame-commands.ts'
import type { FrameProps } from './frame-props.ts'
import styles from './frames.module.css'
import { figureOf } from './media-blocks.ts'

/** What stands below the pictures of a gallery. */
export function GalleryFrame({ editor, frame }: FrameProps) {
  const words = useDeskText().editor.media
  const media = use(EditorMediaContext)
  if (!media) return null
  const add = async (): Promise<void> => {
    const items = await media.pick({ kind: 'picture', many: true })
    addFigures(
      editor,
      frame,
      items.map((item) => figureOf(editor.schema, item)),
    )
  }
  return (
    <div className={styles.tools}>
      <Button variant="quiet" onClick={add}>
        {words.addPictures}
      </Button>
    </div>
  )
}
