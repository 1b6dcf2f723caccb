// The package brings no types. What we use of it, by its README.
declare module 'yauzl' {
  import type { Readable } from 'node:stream'

  export interface Entry {
    fileName: string
    compressedSize: number
    crc32: number
    isEncrypted(): boolean
  }

  export interface ZipFile {
    entryCount: number
    eachEntry(): AsyncIterable<Entry>
    openReadStreamPromise(entry: Entry): Promise<Readable>
    close(): void
  }

  /** Refuses names that lead out of the archive, and stops where an entry has not as many bytes as it says. */
  export function openPromise(path: string): Promise<ZipFile>
}
