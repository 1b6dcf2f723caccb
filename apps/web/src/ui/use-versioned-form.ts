import { useState } from 'react'
import { ApiError } from '../lib/api-error.ts'
import type { Saying } from './said-line.tsx'
import { type FieldProblems, type Filled, useAskForm } from './use-ask-form.ts'

/** What has a version that a change stands on. */
export interface Versioned {
  id: string
  version: number
}

/** What to send, or what is wrong with which field. */
export type Outcome<Patch> = { send: Patch } | { wrong: FieldProblems }

/** What a feature makes of such a form. */
export interface FormTask<Thing extends Versioned, Patch extends object> {
  /** What the fields show, by the words for it. */
  shownOf: (thing: Thing) => Record<string, unknown>
  read: (filled: Filled, shown: Thing, form: HTMLFormElement | null) => Outcome<Patch>
  save: (request: { id: string; version: number; patch: Patch }) => Promise<Thing>
  readAgain: () => Promise<Thing>
  saved: string
}

/** How a feature says that something was not saved: over a change by others, or why, and at which field. */
export interface FormWords {
  stale: (fields: string[]) => string
  refusal: (error: unknown) => { field: string | null; text: string }
}

/**
 * A form over a part of something: what is typed outlives what is loaded, and what was changed beside it is no reason to refuse. When
 * somebody else changed the same, that is said, and the next time it is saved over it. Refusals stand at their fields.
 */
export function useVersionedForm<Thing extends Versioned, Patch extends object>(
  thing: Thing,
  { done, failed, hush }: Saying,
  task: FormTask<Thing, Patch>,
  { stale, refusal }: FormWords,
) {
  const [busy, setBusy] = useState(false)
  const { shown, key, isTyped, type, over, forget } = useTyped(thing, task.shownOf)

  const undo = (): void => {
    hush()
    form.refuse({})
    forget()
  }
  const explain = async (error: unknown): Promise<void> => {
    if (error instanceof ApiError && error.code === 'version_stale') {
      const now = await task.readAgain()
      over(now)
      return failed(stale(differing(task.shownOf(shown), task.shownOf(now))))
    }
    const { field, text } = refusal(error)
    if (field === null) failed(text)
    else form.refuse({ [field]: text })
  }
  const send = async (patch: Patch): Promise<void> => {
    hush()
    if (Object.keys(patch).length === 0) return undo()
    setBusy(true)
    const isAlike = differing(task.shownOf(shown), task.shownOf(thing)).length === 0
    try {
      await task.save({ id: thing.id, version: isAlike ? thing.version : shown.version, patch })
      forget()
      done(task.saved)
    } catch (error) {
      await explain(error).catch(() => failed(refusal(error).text))
    } finally {
      setBusy(false)
    }
  }
  const form = useAskForm<Patch>(
    (filled): Outcome<Patch> => task.read(filled, shown, form.formRef.current),
    (patch) => void send(patch),
  )
  return { form, shown, key, isTyped, typed: type, undo, busy }
}

/** What the fields stand on: the newest until the first letter is typed. With another `key` they show it anew. */
function useTyped<Thing>(thing: Thing, shownOf: (thing: Thing) => unknown) {
  const [round, setRound] = useState(0)
  const [ground, setGround] = useState<{ thing: Thing; key: string } | null>(null)
  const key = ground?.key ?? `${round} ${JSON.stringify(shownOf(thing))}`
  return {
    shown: ground?.thing ?? thing,
    isTyped: ground !== null,
    key,
    type: (): void => setGround(ground ?? { thing, key }),
    over: (now: Thing): void => setGround({ thing: now, key }),
    forget: (): void => {
      setGround(null)
      setRound((before) => before + 1)
    },
  }
}

function differing(before: Record<string, unknown>, now: Record<string, unknown>): string[] {
  return Object.keys(before).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name]))
}
