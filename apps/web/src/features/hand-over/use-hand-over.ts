import type { HandOverResult, HandOverSheet } from '@bantin/shared/hand-over'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { useHandOverText } from '../../lib/i18n/desk/use-hand-over-text.ts'
import type { NamedItem } from '../../ui/search-choice.tsx'
import { handOverMutation, sheetQuery } from './hand-over.api.ts'
import { inputOf, needsSuccessor, type Plan, safePlan } from './plan.ts'
import { type Refusal, useSayRefusal } from './use-say-refusal.ts'

/** The sheet of one person with what is decided so far; all of it outlives a refusal. */
export function useHandOver(userId: string) {
  const words = useHandOverText()
  const [result, setResult] = useState<HandOverResult | null>(null)
  const query = useQuery({ ...sheetQuery(userId), enabled: result === null })
  const { mutateAsync, isPending: busy } = useMutation(handOverMutation())
  const [plan, setPlan] = useState<Plan>(safePlan)
  const [successor, setSuccessor] = useState<NamedItem | null>(null)
  const [isMissing, setMissing] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const sayRefusal = useSayRefusal()

  const decide = (part: Partial<Plan>): void => {
    setRefusal(null)
    setPlan({ ...plan, ...part })
  }
  const choose = (chosen: NamedItem): void => {
    setRefusal(null)
    setMissing(false)
    setSuccessor(chosen)
  }
  const send = async (sheet: HandOverSheet): Promise<void> => {
    try {
      setResult(await mutateAsync({ userId, version: sheet.user.version, input: inputOf(sheet, plan, successor?.id ?? null) }))
    } catch (error) {
      setRefusal(sayRefusal(error, successor?.name ?? words.theSuccessor))
      // What was decided about is read anew; the decisions stay.
      if (error instanceof ApiError && error.code === 'version_stale') await query.refetch()
    }
  }
  const submit = (): void => {
    const sheet = query.data
    if (!sheet || busy) return
    setRefusal(null)
    const isWanting = needsSuccessor(sheet, plan) && successor === null
    setMissing(isWanting)
    if (!isWanting) void send(sheet)
  }
  return { query, plan, decide, successor, choose, isMissing, refusal, busy, submit, result }
}

export type HandOverWork = ReturnType<typeof useHandOver>
