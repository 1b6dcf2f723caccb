import type { MediaItem } from '@bantin/shared/media'

/** A file on its way into the library. */
export interface Upload {
  id: string
  file: File
  state: 'waiting' | 'sending' | 'done' | 'refused'
  /** From 0 to 1. */
  progress: number
  /** Set when it is done. */
  item?: MediaItem
  /** Why it was refused. */
  error?: unknown
}

export type SendFile = (file: File, signal: AbortSignal, onProgress: (part: number) => void) => Promise<MediaItem>

/** So many are sent at a time: a slow line is shared by few, and one that waits for the server does not stop the next. */
const lanes = 2

/** Files that are brought into the library, a request each. It goes on whatever page is shown. */
export function createUploadQueue(send: SendFile) {
  let uploads: readonly Upload[] = []
  let made = 0
  const listeners = new Set<() => void>()
  const running = new Map<string, AbortController>()

  const become = (next: readonly Upload[]): void => {
    uploads = next
    for (const listener of listeners) listener()
  }
  const change = (id: string, part: Partial<Upload>): void => become(uploads.map((each) => (each.id === id ? { ...each, ...part } : each)))
  const start = ({ id, file }: Upload): void => {
    const controller = new AbortController()
    running.set(id, controller)
    change(id, { state: 'sending', progress: 0 })
    send(file, controller.signal, (progress) => change(id, { progress }))
      .then(
        (item) => change(id, { state: 'done', progress: 1, item }),
        (error: unknown) => change(id, { state: 'refused', error }),
      )
      .finally(() => {
        running.delete(id)
        goOn()
      })
  }
  const goOn = (): void => {
    const next = uploads.find(({ state }) => state === 'waiting')
    if (!next || running.size >= lanes) return
    start(next)
    goOn()
  }
  return {
    get: () => uploads,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add: (files: readonly File[]): void => {
      become([...uploads, ...files.map((file): Upload => ({ id: String(++made), file, state: 'waiting', progress: 0 }))])
      goOn()
    },
    /** Stops it, or takes it off the list. */
    drop: (id: string): void => {
      become(uploads.filter((each) => each.id !== id))
      running.get(id)?.abort()
    },
    retry: (id: string): void => {
      change(id, { state: 'waiting', progress: 0, error: undefined })
      goOn()
    },
    /** Takes off the list what is done or was refused. */
    clear: (): void => become(uploads.filter((each) => !isOver(each))),
  }
}

export type UploadQueue = ReturnType<typeof createUploadQueue>

/** Whether nothing more happens to it by itself. */
export function isOver({ state }: Upload): boolean {
  return state === 'done' || state === 'refused'
}

/** Brings all of them into the library; resolves with what became of each, in order, once no more is on its way. */
export function uploadAll(
  send: SendFile,
  files: readonly File[],
  onProgress: (uploads: readonly Upload[]) => void,
): Promise<readonly Upload[]> {
  return new Promise((resolve) => {
    if (files.length === 0) return resolve([])
    const queue = createUploadQueue(send)
    queue.subscribe(() => {
      onProgress(queue.get())
      if (queue.get().every(isOver)) resolve(queue.get())
    })
    queue.add(files)
  })
}
