import type { MediaItem, MediaPatch } from '@bantin/shared/media'
import { useState } from 'react'
import { useMediaItemText } from '../../lib/i18n/desk/use-media-item-text.ts'
import type { Saying } from '../../ui/said-line.tsx'
import { useAskForm } from '../../ui/use-ask-form.ts'
import { useSaveMedia } from './use-save-media.ts'
import { useSayMediaRefusal } from './use-say-media-refusal.ts'

export const texts = ['alt', 'caption', 'credit'] as const
export type TextName = (typeof texts)[number]

/** What is said of a file, under the hands of whoever changes it: what is typed outlives what is loaded. */
export function useDescription(item: MediaItem, { done, failed, hush }: Saying) {
  const words = useMediaItemText().describe
  const sayRefusal = useSayMediaRefusal()
  const { save, busy, stale, settle } = useSaveMedia(item)
  const [round, setRound] = useState(0)
  /** The file as it was when the first letter was typed; null: nothing is typed. */
  const [ground, setGround] = useState<{ item: MediaItem; key: string } | null>(null)
  const shown = ground?.item ?? item
  const key = ground?.key ?? [round, ...texts.map((name) => item[name])].join('\n')

  const forget = (): void => {
    setGround(null)
    setRound(round + 1)
    settle()
  }
  const send = async (over: MediaItem, patch: MediaPatch): Promise<void> => {
    hush()
    if (Object.keys(patch).length === 0) return forget()
    const sent = typedIn(form.formRef.current)
    try {
      const saved = await save(patch, over)
      if (!saved) return
      // What was typed meanwhile is not saved yet.
      if (typedIn(form.formRef.current) === sent) forget()
      else setGround({ item: saved, key })
      done(words.saved)
    } catch (error) {
      failed(sayRefusal(error))
    }
  }
  const form = useAskForm<(over: MediaItem) => MediaPatch>(
    (filled) => ({
      send: (over) =>
        Object.fromEntries(
          texts.flatMap((name) => {
            const typedText = filled(name)
            const text = (name === 'alt' ? typedText.replace(/\s+/g, ' ') : typedText) || null
            return text === over[name] || (item.kind !== 'picture' && name === 'alt') ? [] : [[name, text]]
          }),
        ),
    }),
    (patchOver) => {
      // Pressed again after the news were told, it is meant over them.
      const over = stale ?? shown
      void send(over, patchOver(over))
    },
  )
  return { form, shown, key, isTyped: ground !== null, typed: () => setGround(ground ?? { item, key }), stale, take: forget, busy }
}

function typedIn(form: HTMLFormElement | null): string {
  return form ? JSON.stringify([...new FormData(form)]) : ''
}
