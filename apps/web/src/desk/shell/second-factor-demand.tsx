import { CatchBoundary } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useState } from 'react'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { needsSecondFactor } from '../../lib/session-door.ts'
import { useSession, useSessionState } from '../../lib/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailedPart, WaitingPart } from './screens.tsx'

const Demand = lazy(async () => ({ default: (await import('../../features/account/second-factor/demand.tsx')).Demand }))

/** Over whatever page is open while the site asks a second factor of this person: nothing under it is lost, and what waited goes on. */
export function SecondFactorDemand() {
  const state = useSessionState()
  const isAsked = 'user' in state && needsSecondFactor(state.user)
  const [isOpen, setIsOpen] = useState(false)
  // Whoever is asked right after signing in has nothing open that could be lost.
  const [wasAtWork, setWasAtWork] = useState(false)
  const close = useCallback(() => setIsOpen(false), [])
  if (isAsked && !isOpen) setIsOpen(true)
  if ('user' in state && !isAsked && !wasAtWork) setWasAtWork(true)
  return isOpen && 'user' in state ? <Asking isAsked={isAsked} wasAtWork={wasAtWork} onOver={close} /> : null
}

function Asking({ wasAtWork, ...asked }: { isAsked: boolean; wasAtWork: boolean; onOver: () => void }) {
  const words = useDeskText()
  const session = useSession()
  return (
    <Dialog
      open
      whole
      title={words.demand.title}
      lead={
        <>
          {words.demand.lead} {wasAtWork ? words.demand.kept : null}
        </>
      }
      actions={<Button onClick={() => void session.signOut().catch(() => undefined)}>{words.signOut}</Button>}
    >
      {/* What cannot be loaded takes nothing with it of what is under it. */}
      <CatchBoundary getResetKey={() => 'demand'} errorComponent={FailedPart}>
        <Suspense fallback={<WaitingPart />}>
          <Demand {...asked} />
        </Suspense>
      </CatchBoundary>
    </Dialog>
  )
}
