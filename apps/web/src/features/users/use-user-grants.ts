import type { NamedGrant } from '@bantin/shared/named-grant'
import type { User } from '@bantin/shared/users'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { useUserText } from '../../lib/i18n/desk/use-user-text.ts'
import type { Saying } from '../../ui/said-line.tsx'
import { areSameGrants, inputOf, useSayGrant } from './say-grant.ts'
import { useSayRefusal } from './use-say-refusal.ts'
import { saveGrantsMutation, userQuery } from './users.api.ts'

/** The roles that were chosen, and what they were chosen over. */
interface Choice {
  grants: readonly NamedGrant[]
  ground: User
}

/** A user's roles under the hands of whoever changes them: what is chosen outlives what is loaded, and is saved as a whole. */
export function useUserGrants(user: User, { done, failed, hush }: Saying) {
  const words = useUserText().grants
  const client = useQueryClient()
  const say = useSayGrant()
  const sayRefusal = useSayRefusal(user.id)
  const { mutateAsync, isPending: busy } = useMutation(saveGrantsMutation())
  const [choice, setChoice] = useState<Choice | null>(null)
  const grants = choice?.grants ?? user.grants

  const choose = (next: readonly NamedGrant[]): void => {
    hush()
    setChoice({ grants: next, ground: choice?.ground ?? user })
  }
  const explain = async (error: unknown): Promise<void> => {
    const code = error instanceof ApiError ? error.code : 'unexpected'
    if (code === 'forbidden') return failed(words.forbidden)
    if (code !== 'version_stale') return failed(sayRefusal(error))
    const now = await client.fetchQuery({ ...userQuery(user.id), staleTime: 0 })
    setChoice((chosen) => chosen && { ...chosen, ground: now })
    failed(words.stale(now.grants.map(say).join('; ') || words.noneNow))
  }
  const save = async (): Promise<void> => {
    hush()
    const { ground } = choice ?? { ground: user }
    // A change beside the roles is no reason to refuse: they stand on the newest version that has those they were chosen over.
    const { id, version } = areSameGrants(ground.grants, user.grants) ? user : ground
    try {
      const saved = await mutateAsync({ id, version, grants: grants.map(inputOf) })
      // What was chosen meanwhile is not saved yet.
      setChoice((chosen) => (chosen === choice ? null : chosen && { ...chosen, ground: saved }))
      done(words.saved)
    } catch (error) {
      await explain(error).catch(() => failed(words.failed))
    }
  }
  const undo = (): void => {
    hush()
    setChoice(null)
  }
  return { grants, isChanged: choice !== null && !areSameGrants(grants, user.grants), busy, choose, save, undo }
}
