import type { MediaItem } from '@bantin/shared/media'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { createUploadQueue } from './upload-queue.ts'
import { sendTo } from './use-uploads.ts'

export interface PickerOrder {
  kind: 'picture' | 'file'
  many: boolean
  /** Whose unit uploads belong to. */
  unitId: string | undefined
}

/** What is chosen in a picker, in order; what is brought in there is chosen at once. */
export function usePicked({ kind, many, unitId }: PickerOrder) {
  const client = useQueryClient()
  const [chosen, setChosen] = useState<MediaItem[]>([])
  const choose = (item: MediaItem, isChosen: boolean): void => setChosen((before) => withItem(before, item, isChosen, many))
  const queue = useMemo(() => {
    const send = sendTo(client, () => unitId)
    const turns = new Map<string, number>()
    let begun = 0
    return createUploadQueue(async (...file) => {
      const turn = ++begun
      const item = await send(...file)
      turns.set(item.id, turn)
      if ((item.kind === 'picture') === (kind === 'picture')) setChosen((before) => inTurn(withItem(before, item, true, many), turns))
      return item
    })
  }, [client, unitId, kind, many])
  const list = useSyncExternalStore(queue.subscribe, queue.get)
  // Whoever leaves has no more use for what is on its way.
  useEffect(
    () => () => {
      for (const { id } of queue.get()) queue.drop(id)
    },
    [queue],
  )
  return { uploads: { ...queue, list }, chosen, choose }
}

function withItem(before: MediaItem[], item: MediaItem, isChosen: boolean, many: boolean): MediaItem[] {
  const others = many ? before.filter(({ id }) => id !== item.id) : []
  return isChosen ? [...others, item] : others
}

/** The last one moved before those whose uploads began later: the order is that of the files, not that in which uploads end. */
function inTurn(items: MediaItem[], turns: ReadonlyMap<string, number>): MediaItem[] {
  const last = items.at(-1)
  const turn = turns.get(last?.id ?? '') ?? 0
  const at = items.findIndex(({ id }) => (turns.get(id) ?? 0) > turn)
  return last && at !== -1 ? [...items.slice(0, at), last, ...items.slice(at, -1)] : items
}
