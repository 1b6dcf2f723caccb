import type { Editor } from '@tiptap/core'
import { useEffect, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { FigureFrame } from './figure-frame.tsx'
import { FileFrame } from './file-frame.tsx'
import type { Frames } from './frames.ts'
import { GalleryFrame } from './gallery-frame.tsx'
import { VideoFrame } from './video-frame.tsx'

const components = { figure: FigureFrame, gallery: GalleryFrame, file: FileFrame, video: VideoFrame }

/** Pictures, files and recordings in the text, each where its block is. */
export function NodeFrames({ editor, frames }: { editor: Editor; frames: Frames }) {
  const list = useSyncExternalStore(frames.listen, frames.list)
  useEffect(() => {
    const { dom } = editor.view
    dom.addEventListener('compositionend', frames.flush)
    return () => dom.removeEventListener('compositionend', frames.flush)
  }, [editor, frames])
  return list.map((frame) => {
    const Component = components[frame.node.type.name as keyof typeof components]
    return createPortal(<Component editor={editor} frame={frame} />, frame.element, frame.key)
  })
}
