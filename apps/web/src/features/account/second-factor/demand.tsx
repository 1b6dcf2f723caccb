import { useEffect } from 'react'
import { useMe, useSession } from '../../../lib/use-session.ts'
import { useOwnAccount } from '../use-own-account.ts'
import { TurnOn } from './turn-on.tsx'
import { useTurnOn } from './use-turn-on.ts'

interface DemandProps {
  /** It may also have been turned on elsewhere, or be required no more; then nothing is asked any more. */
  isAsked: boolean
  onOver: () => void
}

/** Turning the second factor on, for whoever is let do nothing else until it is. */
export function Demand({ isAsked, onOver }: DemandProps) {
  const session = useSession()
  const me = useMe()
  // Asked now, and each time the page is come back to.
  useOwnAccount()
  const turning = useTurnOn(() => {
    session.know({ ...me, secondFactor: { ...me.secondFactor, isOn: true } })
    onOver()
  })
  // Codes that are shown once, or about to be, are not taken away because what waited goes on.
  const isOver = !isAsked && !turning.busy && turning.codes === null
  useEffect(() => {
    if (isOver) onOver()
  }, [isOver, onOver])
  return <TurnOn turning={turning} />
}
