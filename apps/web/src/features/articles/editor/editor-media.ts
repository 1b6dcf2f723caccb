import type { MediaItem } from '@bantin/shared/media'
import { createContext } from 'react'

/** A file on its way into the media library. */
export interface UploadState {
  name: string
  /** From 0 to 1. */
  progress: number
}

/** What the text needs of the media library; the desk's page hands it in, since features do not know each other. */
export interface EditorMedia {
  /** A hook: the file as it is now. Undefined while it is asked for, null when there is none. */
  useItem: (id: string) => MediaItem | null | undefined
  /** Lets somebody choose from the library, or upload there; resolves with an empty list when nothing was chosen. */
  pick: (what: { kind: 'picture' | 'file'; many: boolean }) => Promise<MediaItem[]>
  /**
   * Brings files into the library, as many as can be; resolves with those that are there, in order, once all are done. What was refused
   * is told on the screen by whoever hands this in.
   */
  upload: (files: File[], onProgress: (states: UploadState[]) => void) => Promise<MediaItem[]>
}

/** Null: no library is at hand, and the text has no pictures. */
export const EditorMediaContext = createContext<EditorMedia | null>(null)
