import type { EditorialEvent } from '@bantin/shared/editorial-events'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { apiOf } from '../../lib/query-client.ts'
import type { Session } from '../../lib/session.ts'
import { useMe, useSession } from '../../lib/use-session.ts'
import { askEvents } from './editorial-events.api.ts'
import { shareEvents } from './share-events.ts'

/** Calls back with what was done with articles that this person may read, as long as the component is shown. */
export function useEditorialEvents(onEvents: (events: EditorialEvent[]) => void): void {
  const client = useQueryClient()
  const session = useSession()
  const { id: userId } = useMe()
  const heard = useEffectEvent(onEvents)
  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    shareEvents({
      userId,
      ask: (after) => askEvents(apiOf(client), after, signal),
      onEvents: (events) => heard(events),
      sessionChange: () => changeOf(session, signal),
      signal,
    })
    return () => leaving.abort()
  }, [client, session, userId])
}

function changeOf(session: Session, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = session.subscribe(done)
    signal.addEventListener('abort', done, { once: true })
    function done(): void {
      stop()
      resolve()
    }
  })
}
