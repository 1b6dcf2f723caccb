import type { Me } from '@bantin/shared/auth'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { meQuery } from './account.api.ts'

/**
 * The version that what is typed stands on: the newest one while these fields are as they were shown, since a new password changes it
 * too. Once they differ it is that of what was shown, so that nothing is written over unasked; `show` says what is shown from now on.
 */
export function useShown(me: Me, fields: readonly (keyof Me)[]) {
  const client = useQueryClient()
  const [shown, show] = useState(me)
  const isAsShown = fields.every((field) => me[field] === shown[field])
  /** What stands now, to tell of it: that is shown then. */
  const showNow = async (): Promise<Me> => {
    const now = await client.fetchQuery({ ...meQuery(), staleTime: 0 })
    show(now)
    return now
  }
  return { version: isAsShown ? me.version : shown.version, show, showNow }
}
