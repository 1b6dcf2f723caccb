import { maxFileBytes } from '@bantin/shared/media-types'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { uploadFile } from './media.api.ts'
import { preparePicture } from './prepare-picture.ts'
import { createUploadQueue, isOver, type SendFile, type UploadQueue } from './upload-queue.ts'

/** What may be chosen; the API looks at the bytes. Without HEIC in it, an iPhone hands over photos as JPEG. */
export const acceptedPictures = 'image/jpeg,image/png,image/webp,image/avif,image/gif'
export const acceptedFiles = `${acceptedPictures},.pdf,.docx,.xlsx,.mp3,.mp4`

/** Sends a file to the library, a large photo made smaller. `unitId` is asked for when it is sent. */
export function sendTo(client: QueryClient, unitId: () => string | undefined): SendFile {
  return async (file, signal, onProgress) => {
    const ready = await preparePicture(file)
    signal.throwIfAborted()
    // What is too large is refused before it has left: the API hangs up on it in the middle.
    if (ready.size > maxFileBytes) throw new ApiError('file_too_large', 413)
    return uploadFile(client, ready, { query: { unitId: unitId() }, signal, onProgress })
  }
}

interface Uploads {
  queue: UploadQueue
  unitId: string | undefined
}

/** One for each load of the page: what is on its way goes on while other pages of the desk are looked at. */
const known = new WeakMap<QueryClient, Uploads>()

function uploadsOf(client: QueryClient): Uploads {
  const before = known.get(client)
  if (before) return before
  const uploads: Uploads = { queue: createUploadQueue(sendTo(client, () => uploads.unitId)), unitId: undefined }
  known.set(client, uploads)
  return uploads
}

/** What is brought into the library from its page, for the given unit; whoever closes the window meanwhile is asked. */
export function useUploads(unitId: string | undefined) {
  const uploads = uploadsOf(useQueryClient())
  uploads.unitId = unitId
  const { queue } = uploads
  const list = useSyncExternalStore(queue.subscribe, queue.get)
  const isRunning = list.some((each) => !isOver(each))
  useEffect(() => {
    if (!isRunning) return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isRunning])
  return { list, queue }
}
