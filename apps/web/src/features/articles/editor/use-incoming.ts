import type { EditorView } from '@tiptap/pm/view'
import { use, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { blockAt } from './block-commands.ts'
import { EditorMediaContext, type UploadState } from './editor-media.ts'
import type { IncomingHandling } from './incoming-props.ts'
import { blocksOf } from './media-blocks.ts'
import type { Pasted } from './paste.ts'

/** What is coming into the text: files on their way into the library, and what is to be said of the last paste. */
export interface Incoming {
  handling: IncomingHandling
  uploads: readonly UploadState[]
  pasted: Pasted | null
  /** Nothing is said of the last paste any more. */
  settle: () => void
}

/** Takes what is pasted and dropped; the editor keeps `handling` from the beginning on. */
export function useIncoming(): Incoming {
  const media = use(EditorMediaContext)
  const latest = useRef(media)
  useLayoutEffect(() => {
    latest.current = media
  }, [media])
  // What was dropped while other files are still on their way is told beside them.
  const [batches, setBatches] = useState<ReadonlyMap<symbol, readonly UploadState[]>>(new Map())
  const [pasted, setPasted] = useState<Pasted | null>(null)
  const handling = useMemo(
    (): IncomingHandling => ({
      files: (view, files, pos) => {
        const library = latest.current
        if (!library) return false
        const { doc, selection } = view.state
        const index = Math.min(doc.resolve(pos ?? selection.head).index(0), doc.childCount - 1)
        const { id } = doc.child(index).attrs
        const batch = Symbol()
        void library
          .upload(files, (states) => setBatches((all) => new Map(all).set(batch, states)))
          .then((items) => place(view, id, blocksOf(view.state.schema, items)))
          .finally(() => setBatches((all) => new Map([...all].filter(([each]) => each !== batch))))
        return true
      },
      pasted: setPasted,
    }),
    [],
  )
  return { handling, uploads: [...batches.values()].flat(), pasted, settle: () => setPasted(null) }
}

/** Below the block of this id, or in its place when it is a blank line; at the end when it is gone. */
function place(view: EditorView, id: string, blocks: ReturnType<typeof blocksOf>): void {
  if (view.isDestroyed || blocks.length === 0) return
  const { doc, tr } = view.state
  const found = doc.children.findIndex(({ attrs }) => attrs.id === id)
  const { node, pos } = blockAt(doc, found === -1 ? doc.childCount - 1 : found)
  const isBlankLine = node.type.name === 'paragraph' && node.content.size === 0
  const end = pos + node.nodeSize
  view.dispatch(tr.replaceWith(isBlankLine ? pos : end, end, blocks))
}
