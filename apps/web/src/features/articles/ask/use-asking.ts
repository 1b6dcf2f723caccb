import { useEffect, useState } from 'react'
import type { ArticleDesk } from '../form/use-article-desk.ts'
import type { DeskVerb } from '../verbs/available-verbs.ts'

export interface Asking {
  /** The verb whose dialog is open. */
  verb: DeskVerb | null
  /** Does what was pressed: at once, or after its dialog. */
  press: (verb: DeskVerb) => void
  /** The dialog was left. */
  leave: () => void
  /** The dialog has its answer. */
  end: () => void
}

/** What happens when the button of a verb is pressed: what can be taken back is done, about the rest is asked. */
export function useAsking({ verbs, holdReason, checkForSaving, checkForPublishing, stale }: ArticleDesk): Asking {
  const [verb, setVerb] = useState<DeskVerb | null>(null)
  // The other text comes first.
  useEffect(() => {
    if (stale) setVerb(null)
  }, [stale])
  const isReady = (pressed: DeskVerb): boolean => {
    if (pressed.startsWith('publish') || pressed === 'schedule') return checkForPublishing()
    return ['submit', 'approve', 'return'].includes(pressed) ? checkForSaving() : true
  }
  const press = (pressed: DeskVerb): void => {
    switch (pressed) {
      case 'recall':
      case 'unschedule':
      case 'putBack':
        return void verbs.send({ as: pressed, verb: pressed, input: {} })
      case 'keepPublic':
        return void verbs.send({ as: pressed, verb: 'unschedule', input: {} })
      case 'hold':
        return void verbs.send({ as: pressed, verb: pressed, input: holdReason.current ? { reason: holdReason.current } : {} })
      case 'duplicate':
        return void verbs.duplicate()
      default:
        verbs.dismiss()
        if (isReady(pressed)) setVerb(pressed)
    }
  }
  const end = (): void => setVerb(null)
  const leave = (): void => {
    if (verbs.outcome?.kind === 'refused') verbs.dismiss()
    end()
  }
  return { verb, press, leave, end }
}
