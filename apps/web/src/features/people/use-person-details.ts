import type { User, UserPatch } from '@bantin/shared/users'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { usePeopleText } from '../../lib/i18n/desk/use-people-text.ts'
import { usePersonText } from '../../lib/i18n/desk/use-person-text.ts'
import { isEmail } from '../../lib/is-email.ts'
import type { Saying } from '../../ui/said-line.tsx'
import { type FieldProblems, type Filled, useAskForm } from '../../ui/use-ask-form.ts'
import { personQuery, saveDetailsMutation } from './people.api.ts'
import { isAboutEmail } from './use-invitation.ts'
import { useSayRefusal } from './use-say-refusal.ts'

/** Name and e-mail, of one's own account the name, under the hands of whoever changes them: what is typed outlives what is loaded. */
export function usePersonDetails(person: User, isOwn: boolean, { done, failed, hush }: Saying) {
  const words = usePersonText().details
  const { invite } = usePeopleText()
  const client = useQueryClient()
  const sayRefusal = useSayRefusal(person.id)
  const { mutateAsync, isPending: busy } = useMutation(saveDetailsMutation())
  /** What the fields showed when the first letter was typed; null: nothing is typed. */
  const [ground, setGround] = useState<User | null>(null)
  const [isStale, setStale] = useState(false)
  const shown = ground ?? person

  const drop = (): void => {
    setGround(null)
    setStale(false)
    hush()
  }
  const read = (filled: Filled): { send: UserPatch } | { wrong: FieldProblems } => {
    const [name, email] = [filled('name'), isOwn ? shown.email : filled('email')]
    const wrong = { ...(name ? {} : { name: invite.nameMissing }), ...(isEmail(email) ? {} : { email: invite.emailWrong }) }
    if (Object.keys(wrong).length > 0) return { wrong }
    return { send: { ...(name === shown.name ? {} : { name }), ...(email === shown.email ? {} : { email }) } }
  }
  const send = async (patch: UserPatch): Promise<void> => {
    hush()
    if (Object.keys(patch).length === 0) return drop()
    try {
      await mutateAsync({ id: person.id, version: isAlike(shown, person) ? person.version : shown.version, patch })
      drop()
      done(isOwn ? words.ownSaved : words.saved)
    } catch (error) {
      if (isAboutEmail(error)) return form.refuse({ email: isTaken(error) ? invite.emailTaken : invite.emailWrong })
      const stale = error instanceof ApiError && error.code === 'version_stale'
      setStale(stale)
      if (stale) await client.invalidateQueries({ queryKey: personQuery(person.id).queryKey })
      failed(stale ? words.stale : sayRefusal(error))
    }
  }
  const form = useAskForm(read, (patch) => void send(patch))
  return { form, shown, isTyped: ground !== null, typed: () => setGround(shown), isStale, drop, busy }
}

/** What was changed beside these texts, such as a role, is no reason to refuse: they stand on the newest version that has them. */
function isAlike(shown: User, now: User): boolean {
  return shown.name === now.name && shown.email === now.email
}

function isTaken(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'conflict'
}
