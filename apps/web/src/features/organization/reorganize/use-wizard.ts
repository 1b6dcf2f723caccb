import { useState } from 'react'
import { newKey } from '../../../lib/new-key.ts'
import { type Draft, emptyDraft, type Lack, lackOf, type Step, stepsOf } from './plan-draft.ts'

/** A plan under the hands of whoever fills it in, and the step that he is at. What was filled in stays when he goes back. */
export function useWizard(today: string) {
  const [{ draft, step, isTouched, lack, key }, setState] = useState(() => begun(today))
  const steps = stepsOf(draft.verb)
  const at = Math.max(0, steps.indexOf(step))
  const go = (to: Step | undefined, found: Lack | null = null): void => {
    if (to) setState((now) => ({ ...now, step: to, lack: found }))
  }
  const next = (): void => {
    const found = lackOf(step, draft)
    if (found) setState((now) => ({ ...now, lack: found }))
    else go(steps[at + 1])
  }
  return {
    draft,
    step,
    steps,
    at,
    lack,
    isTouched,
    /** Names the plan as it is: sent twice, it is done once. */
    key,
    change: (change: Partial<Draft>): void =>
      setState((now) => ({ ...now, draft: { ...now.draft, ...change }, isTouched: true, lack: null, key: newKey() })),
    go,
    next,
    back: () => go(steps[at - 1]),
    clear: () => setState(begun(today)),
  }
}

function begun(today: string): { draft: Draft; step: Step; isTouched: boolean; lack: Lack | null; key: string } {
  return { draft: emptyDraft(today), step: 'what', isTouched: false, lack: null, key: newKey() }
}

export type Wizard = ReturnType<typeof useWizard>
