import { useCallback, useRef, useState } from 'react'
import type { Reason } from './attempts.ts'
import type { Landed } from './use-landing.ts'

/** What came of a save, and why it failed if it did. */
export type Saved = Landed & { failure?: unknown }

/** One save at a time. Who asks for what is under way anyway is given its outcome; others wait until it is over. */
export function useQueue(once: (reason: Reason) => Promise<Saved>) {
  const [running, setRunning] = useState<Reason | null>(null)
  const last = useRef<{ reason: Reason; outcome: Promise<Saved> } | null>(null)

  const run = useCallback(
    (reason: Reason): Promise<Saved> => {
      const before = last.current
      if (before && (before.reason === reason || reason === 'auto')) return before.outcome
      // Before a verb nothing is merged unseen.
      const after = ({ merged, ...saved }: Saved) => (reason === 'verb' && merged ? { ...saved, merged, article: null } : once(reason))
      setRunning(reason)
      const outcome = (before ? before.outcome.then(after) : once(reason)).finally(() => {
        if (last.current?.outcome !== outcome) return
        last.current = null
        setRunning(null)
      })
      last.current = { reason, outcome }
      return outcome
    },
    [once],
  )

  /** Resolves when nothing is under way. */
  const settled = useCallback(async (): Promise<void> => {
    while (last.current) await last.current.outcome
  }, [])
  return { run, running, settled }
}
