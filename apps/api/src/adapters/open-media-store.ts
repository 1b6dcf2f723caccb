import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { reasonOf } from '../lib/repeat.ts'
import { StartError } from '../lib/start-error.ts'
import { folderMediaStore } from './folder-media-store.ts'
import type { MediaStore } from './media-store.ts'

interface Place {
  dataDir: string
  /** Undefined: files are kept in a folder of `dataDir`. */
  mediaS3Url: string | undefined
}

/** The store that the configuration names, after a file was written to it and removed. Throws StartError when that cannot be done. */
export async function openMediaStore({ dataDir, mediaS3Url }: Place): Promise<MediaStore> {
  if (mediaS3Url === undefined) {
    const folder = join(dataDir, 'media')
    return await tried(folderMediaStore(folder), `Files cannot be kept in ${folder}`, 'Give this user the right to write there')
  }
  // Whoever keeps files in a folder need not wait until the client is loaded.
  const { s3MediaStore } = await import('./s3-media-store.ts')
  const { host, pathname } = new URL(mediaS3Url)
  const what = `Files cannot be kept in the bucket ${pathname.slice(1)} at ${host}`
  return await tried(s3MediaStore(mediaS3Url), what, 'Check MEDIA_S3_URL, and that its key may write, read, list and delete')
}

async function tried(store: MediaStore, what: string, cure: string): Promise<MediaStore> {
  const key = `trial-${randomBytes(6).toString('hex')}`
  try {
    await store.put(key, Buffer.from('A trial at the start.'))
    await store.remove(key)
    return store
  } catch (error) {
    throw new StartError(`${what}: ${reasonOf(error)}. ${cure}.`)
  }
}
