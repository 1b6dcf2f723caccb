import type { MediaItem } from '@bantin/shared/media'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react'
import { type EditorMedia, EditorMediaContext } from '../../features/articles/editor/editor-media.ts'
import { mediaItemQuery } from '../../features/media/media.api.ts'
import { type Upload, uploadAll } from '../../features/media/upload-queue.ts'
import { sendTo } from '../../features/media/use-uploads.ts'

const MediaPicker = lazy(() => import('../../features/media/media-picker.tsx').then((file) => ({ default: file.MediaPicker })))
const RefusedUploads = lazy(() => import('../../features/media/refused-uploads.tsx').then((file) => ({ default: file.RefusedUploads })))

type Picking = Parameters<EditorMedia['pick']>[0] & { done: (items: MediaItem[]) => void }

interface EditorLibraryProps {
  /** The unit that owns the article: what is brought in for it belongs to the same. */
  unitId: string
  children: ReactNode
}

/** Lends the media library to the form of an article, with the dialogs that choosing and bringing in need. */
export function EditorLibrary({ unitId, children }: EditorLibraryProps) {
  const client = useQueryClient()
  const [picking, setPicking] = useState<Picking | null>(null)
  const [uploaded, setUploaded] = useState<readonly Upload[]>([])
  const media = useMemo(
    (): EditorMedia => ({
      useItem: useMediaItem,
      pick: (what) => new Promise((done) => setPicking({ ...what, done })),
      upload: async (files, onProgress) => {
        const send = sendTo(client, () => unitId || undefined)
        const all = await uploadAll(send, files, (uploads) =>
          onProgress(uploads.map(({ file, progress }) => ({ name: file.name, progress }))),
        )
        setUploaded(all)
        return all.flatMap(({ item }) => item ?? [])
      },
    }),
    [client, unitId],
  )
  const refused = uploaded.filter(({ state }) => state === 'refused')
  const finish = (items: MediaItem[]): void => {
    picking?.done(items)
    setPicking(null)
  }
  return (
    <EditorMediaContext value={media}>
      {children}
      <Suspense>
        {picking ? <MediaPicker kind={picking.kind} many={picking.many} unitId={unitId || undefined} onDone={finish} /> : null}
        {refused.length > 0 ? (
          <RefusedUploads refused={refused} some={refused.length < uploaded.length} onClose={() => setUploaded([])} />
        ) : null}
      </Suspense>
    </EditorMediaContext>
  )
}

function useMediaItem(id: string): MediaItem | null | undefined {
  return useQuery(mediaItemQuery(id)).data
}
