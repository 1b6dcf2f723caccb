import type { Readable } from 'node:stream'

/** Where files of the media library are kept. Keys are `<media id>/<rev>/<name>`, made by us. */
export interface MediaStore {
  /** Resolves when the file would survive a power cut. An existing one is replaced whole. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** The file's bytes, or undefined when there is none. */
  open(key: string): Promise<{ stream: Readable; bytes: number } | undefined>
}
