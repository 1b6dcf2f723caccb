import type { Editor } from '@tiptap/core'
import type { Frame } from './frames.ts'

/** What a frame's component gets: the block as it is now. */
export interface FrameProps {
  editor: Editor
  frame: Frame
}
