import { useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { DescribeDialog } from './describe-dialog.tsx'
import { galleryOf, moveFigure, removeFrame } from './frame-commands.ts'
import type { FrameProps } from './frame-props.ts'
import styles from './frames.module.css'
import { LibraryPicture, useLibraryItem } from './library-picture.tsx'

/** A picture in the text, with what can be done with it; its caption below is text like any other. */
export function FigureFrame({ editor, frame }: FrameProps) {
  const words = useDeskText().editor.media
  const [describing, setDescribing] = useState(false)
  const { mediaId, alt, credit, decorative } = frame.node.attrs
  const item = useLibraryItem(mediaId)
  const said: string | null = decorative ? '' : (alt ?? item?.alt ?? null)
  const isDescribed = decorative === true || Boolean(said?.trim()) || frame.node.textContent.trim() !== ''
  const found = galleryOf(editor, frame)
  return (
    <>
      <LibraryPicture item={item} alt={said ?? ''} />
      <div className={styles.tools}>
        {found ? (
          <>
            <MoveButton editor={editor} frame={frame} by={-1} label={words.earlier} />
            <MoveButton editor={editor} frame={frame} by={1} label={words.later} />
          </>
        ) : null}
        <Button variant="quiet" onClick={() => setDescribing(true)}>
          {words.describe}
        </Button>
        <Button variant="quiet" aria-label={words.removePicture} title={words.removePicture} onClick={() => removeFrame(editor, frame)}>
          <Icon name="remove" />
        </Button>
        {credit ? <span className={styles.credit}>{credit}</span> : null}
      </div>
      {isDescribed || item === undefined ? null : <p className={styles.warning}>{words.undescribed}</p>}
      {describing ? <DescribeDialog editor={editor} frame={frame} item={item ?? null} onClose={() => setDescribing(false)} /> : null}
    </>
  )
}

/** Moves a picture of a gallery one place; `data-move` is how it is found again there. */
function MoveButton({ editor, frame, by, label }: FrameProps & { by: -1 | 1; label: string }) {
  return (
    <Button variant="quiet" aria-label={label} title={label} data-move={by} onClick={() => moveFigure(editor, frame, by)}>
      <Icon name={by === -1 ? 'left' : 'right'} />
    </Button>
  )
}
