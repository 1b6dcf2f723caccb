import type { User, UserPatch } from '@bantin/shared/users'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { useUserText } from '../../lib/i18n/desk/use-user-text.ts'
import { useUsersText } from '../../lib/i18n/desk/use-users-text.ts'
import { isEmail } from '../../lib/is-email.ts'
import type { Saying } from '../../ui/said-line.tsx'
import { type FieldProblems, type Filled, useAskForm } from '../../ui/use-ask-form.ts'
import { isAboutEmail } from './use-invitation.ts'
import { useSayRefusal } from './use-say-refusal.ts'
import { saveDetailsMutation, userQuery } from './users.api.ts'

/** Name and e-mail, of one's own account the name, under the hands of whoever changes them: what is typed outlives what is loaded. */
export function useUserDetails(user: User, isOwn: boolean, { done, failed, hush }: Saying) {
  const words = useUserText().details
  const { invite } = useUsersText()
  const client = useQueryClient()
  const sayRefusal = useSayRefusal(user.id)
  const { mutateAsync, isPending: busy } = useMutation(saveDetailsMutation())
  const { shown, isTyped, key, type, over, forget } = useTyped(user)
  const [isStale, setStale] = useState(false)

  const drop = (): void => {
    forget()
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
    const sent = textsIn(form.formRef.current)
    try {
      const saved = await mutateAsync({ id: user.id, version: isAlike(shown, user) ? user.version : shown.version, patch })
      setStale(false)
      // What was typed meanwhile is not saved yet.
      if (textsIn(form.formRef.current) === sent) forget()
      else over(saved)
      done(isOwn ? words.ownSaved : words.saved)
    } catch (error) {
      if (isAboutEmail(error)) return form.refuse({ email: isTaken(error) ? invite.emailTaken : invite.emailWrong })
      const stale = error instanceof ApiError && error.code === 'version_stale'
      setStale(stale)
      if (stale) await client.invalidateQueries({ queryKey: userQuery(user.id).queryKey })
      failed(stale ? words.stale : sayRefusal(error))
    }
  }
  const form = useAskForm(read, (patch) => void send(patch))
  return { form, shown, key, isTyped, typed: type, isStale, drop, busy }
}

/** What the fields stand on: the newest account until the first letter is typed. With another `key` they show it anew. */
function useTyped(user: User) {
  const [round, setRound] = useState(0)
  /** What they showed when the first letter was typed, or what was saved since; null: nothing is typed. */
  const [ground, setGround] = useState<{ user: User; key: string } | null>(null)
  const key = ground?.key ?? [round, user.name, user.email].join('\n')
  return {
    shown: ground?.user ?? user,
    isTyped: ground !== null,
    key,
    type: (): void => setGround(ground ?? { user: user, key }),
    over: (user: User): void => setGround({ user, key }),
    forget: (): void => {
      setGround(null)
      setRound(round + 1)
    },
  }
}

function textsIn(form: HTMLFormElement | null): string {
  return form ? JSON.stringify([...new FormData(form)]) : ''
}

/** What was changed beside these texts, such as a role, is no reason to refuse: they stand on the newest version that has them. */
function isAlike(shown: User, now: User): boolean {
  return shown.name === now.name && shown.email === now.email
}

function isTaken(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'conflict'
}
