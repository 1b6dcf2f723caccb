import type { Home, HomeSlot } from '@bantin/shared/home'
import { mostHomeSlots } from '@bantin/shared/site-places'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { useHomeText } from '../../lib/i18n/desk/use-home-text.ts'
import type { SearchItem } from '../../ui/paged-search.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import { arrangeHomeMutation, homeQuery } from './home.api.ts'

/** An article in its place, as it is arranged here. */
export interface ArrangedSlot {
  id: string
  title: string
  /** Not known of one that was just added: it was published a moment ago. */
  publicState: HomeSlot['article']['publicState']
  until: string | null
}

interface Draft {
  slots: ArrangedSlot[]
  /** What it was begun over. */
  version: number
}

/** The home page under the hands of whoever arranges it: what is arranged outlives what is loaded, until it is saved or left. */
export function useArrangement(home: Home, { done, failed, hush }: Saying) {
  const words = useHomeText()
  const client = useQueryClient()
  const { mutate, isPending: busy } = useMutation(arrangeHomeMutation())
  const [draft, setDraft] = useState<Draft | null>(null)
  const stored = slotsOf(home)
  const slots = draft?.slots ?? stored
  const isChanged = JSON.stringify(sent(slots)) !== JSON.stringify(sent(stored))

  const arrange = (next: ArrangedSlot[]): void => {
    hush()
    setDraft({ slots: next, version: draft?.version ?? home.version })
  }
  const add = ({ id, title }: SearchItem): void => arrange([...slots, { id, title, publicState: 'published', until: null }])
  const explain = async (error: unknown): Promise<void> => {
    if (!(error instanceof ApiError)) return failed(words.failed)
    if (error.code === 'unknown_reference') {
      const titles = error.errors.map(({ pointer = '' }) => slots[Number(pointer.split('/')[2])]?.title ?? '')
      return failed(words.notPublished(titles.filter(Boolean)))
    }
    if (error.code === 'invalid_request') return failed(words.until.past)
    if (error.code !== 'version_stale') return failed(words.failed)
    const now = await client.fetchQuery(homeQuery())
    setDraft({ slots, version: now.version })
    failed(words.stale(now.slots.map(({ article }) => article.title)))
  }
  const save = (): void => {
    hush()
    mutate(
      { input: { slots: sent(slots) }, version: draft?.version ?? home.version },
      {
        onSuccess: () => {
          setDraft(null)
          done(words.saved)
        },
        onError: (error) => void explain(error).catch(() => failed(words.failed)),
      },
    )
  }
  const undo = (): void => {
    hush()
    setDraft(null)
  }
  return { slots, isFull: slots.length >= mostHomeSlots, isChanged, busy, arrange, add, save, undo }
}

function slotsOf({ slots }: Home): ArrangedSlot[] {
  return slots.map(({ article: { id, title, publicState }, until }) => ({ id, title, publicState, until }))
}

function sent(slots: readonly ArrangedSlot[]): { articleId: string; until: string | null }[] {
  return slots.map(({ id, until }) => ({ articleId: id, until }))
}
