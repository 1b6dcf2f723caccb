import { use, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { EditorMediaContext, type UploadState } from './editor-media.ts'
import type { IncomingHandling } from './incoming-props.ts'
import { blocksOf } from './media-blocks.ts'
import type { Pasted } from './paste.ts'
import { createPlaces } from './place-files.ts'

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
  const handling = useMemo((): IncomingHandling => {
    const places = createPlaces()
    return {
      files: (view, files, pos) => {
        const library = latest.current
        if (!library) return false
        const put = places.keep(view, pos)
        const batch = Symbol()
        void library
          .upload(files, (states) => setBatches((all) => new Map(all).set(batch, states)))
          .then((items) => put(blocksOf(view.state.schema, items)))
          .finally(() => setBatches((all) => new Map([...all].filter(([each]) => each !== batch))))
        return true
      },
      pasted: setPasted,
    }
  }, [])
  return { handling, uploads: [...batches.values()].flat(), pasted, settle: () => setPasted(null) }
}
