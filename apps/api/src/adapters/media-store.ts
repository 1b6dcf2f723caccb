import type { Readable } from 'node:stream'

/** The first and the last byte that are wanted, both included. */
export interface ByteRange {
  start: number
  end: number
}

export interface StoredFile {
  stream: Readable
  /** Of the whole file, whatever part of it the stream gives. */
  bytes: number
}

/** Where files of the media library are kept. Keys are `<media id>/original` and `<media id>/<rev>/<name>`, made by us. */
export interface MediaStore {
  /** Resolves when the file would survive a power cut. An existing one is replaced whole. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** The same with a file of this machine, which is read piece by piece; it stays where it is. */
  putFile(key: string, path: string): Promise<void>
  /** The file, or a part of it, or undefined when there is none. Whoever opens it reads the stream or destroys it. */
  open(key: string, range?: ByteRange): Promise<StoredFile | undefined>
  /** Resolves when the file is gone; one that is not there is gone already. */
  remove(key: string): Promise<void>
  /** Every key that begins with `prefix`, those of one folder together, with the moment at which its file was written. */
  list(prefix?: string): AsyncIterable<{ key: string; at: Date }>
}
