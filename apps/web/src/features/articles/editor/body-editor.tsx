import type { Body } from '@bantin/shared/body'
import type { Editor } from '@tiptap/core'
import { memo, type RefObject, use, useRef, useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { BlockMarginContext } from './block-margin.ts'
import { BlockMargins } from './block-margins.tsx'
import styles from './body-editor.module.css'
import { EditorMediaContext } from './editor-media.ts'
import { EditorNews } from './editor-news.tsx'
import { EditorPeopleContext } from './editor-people.ts'
import { EditorToolbar } from './editor-toolbar.tsx'
import { createFrames } from './frames.ts'
import { IncomingStatus } from './incoming-status.tsx'
import { insertsOf } from './inserts.ts'
import { NodeFrames } from './node-frames.tsx'
import { PersonMenu } from './person-menu.tsx'
import { Placeholder } from './placeholder.tsx'
import { RefusedChange } from './refused-change.tsx'
import { RemovedBlock, useRemoval } from './removed-block.tsx'
import { SlashMenu } from './slash-menu.tsx'
import { useEditor } from './use-editor.ts'
import { useIncoming } from './use-incoming.ts'
import { VideoDialog } from './video-dialog.tsx'

export interface BodyEditorProps {
  /** Read once, and again each time `turn` grows. */
  initial: Body
  turn?: number
  /** Called with the whole body after every change, also while an input method composes. */
  onChange: (body: Body) => void
}

/** The editor of an article's text. Nothing that React renders stands in the text while an input method composes. */
export const BodyEditor = memo(function BodyEditor({ initial, turn = 0, onChange }: BodyEditorProps) {
  const words = useDeskText().editor
  const host = useRef<HTMLDivElement>(null)
  const toolbar = useRef<HTMLDivElement>(null)
  const news = useRef<HTMLDivElement>(null)
  const [frames] = useState(() => {
    const { caption, fileName } = words.media
    return createFrames({ figure: caption, video: caption, file: fileName, gallery: '' })
  })
  const incoming = useIncoming()
  const [isRefused, setRefused] = useState(false)
  const editor = useEditor({
    host,
    initial,
    turn,
    onChange,
    attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': words.body },
    toToolbar: () => toolbar.current?.querySelector<HTMLButtonElement>('[tabindex="0"]')?.focus(),
    bars: { above: () => toolbar.current?.parentElement, below: () => news.current },
    onRefused: () => setRefused(true),
    frames,
    handling: incoming.handling,
  })
  const hasMargin = use(BlockMarginContext) !== null
  const removal = useRemoval(editor)
  return (
    <section className={styles.editor} aria-label={words.body}>
      {editor ? <Tools editor={editor} toolbar={toolbar} onRemove={removal.remove} /> : null}
      <div className={hasMargin ? `${styles.page} ${styles.withMargin}` : styles.page}>
        <div ref={host} className={styles.text} />
        {editor ? <Placeholder editor={editor} /> : null}
        {editor ? <NodeFrames editor={editor} frames={frames} /> : null}
        {editor ? <BlockMargins editor={editor} /> : null}
      </div>
      <EditorNews ref={news} editor={editor}>
        <IncomingStatus {...incoming} />
        {editor ? <RefusedChange editor={editor} isRefused={isRefused} onSettled={() => setRefused(false)} /> : null}
        <RemovedBlock {...removal} />
      </EditorNews>
    </section>
  )
})

interface ToolsProps {
  editor: Editor
  toolbar: RefObject<HTMLDivElement | null>
  onRemove: () => void
}

/** The toolbar and the slash menu, two ways to the same, and people by name. */
function Tools({ editor, toolbar, onRemove }: ToolsProps) {
  const media = use(EditorMediaContext)
  const people = use(EditorPeopleContext)
  const [asksVideo, setAsksVideo] = useState(false)
  const inserts = insertsOf(editor, media, () => setAsksVideo(true))
  return (
    <>
      <EditorToolbar ref={toolbar} editor={editor} inserts={inserts} onRemove={onRemove} />
      <SlashMenu editor={editor} inserts={inserts} />
      {people ? <PersonMenu editor={editor} people={people} /> : null}
      {asksVideo ? <VideoDialog editor={editor} onClose={() => setAsksVideo(false)} /> : null}
    </>
  )
}
