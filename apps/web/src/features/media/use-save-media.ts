import type { MediaItem, MediaPatch } from '@bantin/shared/media'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { mediaItemQuery, saveMediaMutation } from './media.api.ts'

/**
 * Saves what was changed over `ground`, the file as it was when the change began. What was changed beside it, such as the state of its
 * renderings, is no reason to refuse: it goes with the newest version that still has what it was typed over.
 */
export function useSaveMedia(item: MediaItem) {
  const client = useQueryClient()
  const { mutateAsync, isPending } = useMutation(saveMediaMutation())
  const [stale, setStale] = useState<MediaItem | null>(null)
  const send = ({ id, version }: MediaItem, patch: MediaPatch): Promise<MediaItem> => mutateAsync({ id, version, patch })

  /** The file as it was saved; null when somebody else changed the same, as `stale` then has it. Rejects with what else stood in the way. */
  const save = async (patch: MediaPatch, ground: MediaItem): Promise<MediaItem | null> => {
    setStale(null)
    const names = Object.keys(patch) as (keyof MediaPatch)[]
    try {
      return await send(isAlike(ground, item, names) ? item : ground, patch)
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'version_stale') throw error
      const now = await client.fetchQuery({ ...mediaItemQuery(item.id), staleTime: 0 })
      if (!now) throw error
      if (isAlike(ground, now, names)) return send(now, patch)
      setStale(now)
      return null
    }
  }
  return { save, busy: isPending, stale, settle: (): void => setStale(null) }
}

function isAlike(one: MediaItem, other: MediaItem, names: (keyof MediaPatch)[]): boolean {
  return names.every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]))
}
