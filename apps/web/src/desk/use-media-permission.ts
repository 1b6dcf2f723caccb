import type { MediaItem } from '@bantin/shared/media'
import { can, type MediaAction } from '@bantin/shared/permissions'
import { useActor } from '../lib/use-session.ts'

/** Whether the signed-in person may bring files into the library, for some unit. */
export function useMayUpload(): boolean {
  const { userId, grants } = useActor()
  return grants.some((grant) => can({ userId, grants: [grant] }, 'media.upload', { unitPath: grant.unitId === null ? [] : [grant.unitId] }))
}

/** Whether he may do something to a file. */
export function useMediaPermission(item: Pick<MediaItem, 'unitPath' | 'createdBy'>): (action: MediaAction) => boolean {
  const actor = useActor()
  return (action) => can(actor, action, { unitPath: item.unitPath, createdBy: item.createdBy?.id ?? null })
}
