import type { Crop, FocalPoint, MediaItem, MediaPatch } from '@bantin/shared/media'
import { useState } from 'react'
import { useMediaItemText } from '../../lib/i18n/desk/use-media-item-text.ts'
import type { Saying } from '../../ui/said-line.tsx'
import { tidyCrop, tidyPoint } from './frame.ts'
import { useSaveMedia } from './use-save-media.ts'
import { useSayMediaRefusal } from './use-say-media-refusal.ts'

/** Which part of a picture is shown, and what every cut keeps. */
export interface Frame {
  crop: Crop | null
  focalPoint: FocalPoint | null
}

/** The framing of a picture under the hands of whoever changes it. */
export function useFrame(item: MediaItem, { done, failed, hush }: Saying) {
  const words = useMediaItemText().frame
  const sayRefusal = useSayMediaRefusal()
  const { save, busy, stale, settle } = useSaveMedia(item)
  const [draft, setDraft] = useState<{ frame: Frame; ground: MediaItem } | null>(null)
  const frame: Frame = draft?.frame ?? item
  const change = (part: Partial<Frame>): void => {
    const { crop, focalPoint } = { ...frame, ...part }
    const tidy = { crop: crop && tidyCrop(crop), focalPoint: focalPoint && tidyPoint(focalPoint) }
    setDraft({ frame: tidy, ground: draft?.ground ?? item })
  }
  const drop = (): void => {
    setDraft(null)
    settle()
  }
  const submit = async (): Promise<void> => {
    if (!draft) return
    hush()
    // Pressed again after the news were told, it is meant over them.
    const over = stale ?? draft.ground
    const patch = patchOf(draft.frame, over)
    if (Object.keys(patch).length === 0) return drop()
    try {
      const saved = await save(patch, over)
      if (!saved) return
      // What was drawn meanwhile is not saved yet.
      setDraft((now) => (now === null || now.frame === draft.frame ? null : { frame: now.frame, ground: saved }))
      done(words.saved)
    } catch (error) {
      failed(sayRefusal(error))
    }
  }
  const isChanged = draft !== null && Object.keys(patchOf(draft.frame, draft.ground)).length > 0
  return { frame, change, isChanged, drop, submit: () => void submit(), busy, stale }
}

export type FrameState = ReturnType<typeof useFrame>

function patchOf({ crop, focalPoint }: Frame, over: Frame): MediaPatch {
  const differs = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other)
  return { ...(differs(crop, over.crop) ? { crop } : {}), ...(differs(focalPoint, over.focalPoint) ? { focalPoint } : {}) }
}
