import type { NamedGrant } from '@bantin/shared/named-grant'
import type { CreatedUser, NewUser } from '@bantin/shared/users'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { useUsersText } from '../../lib/i18n/desk/use-users-text.ts'
import type { UsersWords } from '../../lib/i18n/desk/vi-users.ts'
import { isEmail } from '../../lib/is-email.ts'
import type { NamedItem } from '../../ui/search-choice.tsx'
import { type FieldProblems, type Filled, useAskForm } from '../../ui/use-ask-form.ts'
import { inputOf } from './say-grant.ts'
import { useGrantDraft } from './use-grant-draft.ts'
import { inviteMutation } from './users.api.ts'

/** The form of an invitation: what is filled in outlives every refusal. The role that is being chosen counts as it stands. */
export function useInvitation(places: readonly NamedItem[]) {
  const words = useUsersText()
  const { mutateAsync, isPending: busy } = useMutation(inviteMutation())
  const [created, setCreated] = useState<CreatedUser | null>(null)
  const [grants, setGrants] = useState<NamedGrant[]>([])
  const [failure, setFailure] = useState<string | null>(null)
  const draft = useGrantDraft(grants, places)

  const add = (): void => {
    const grant = draft.read()
    if (!grant) return
    setGrants([...grants, grant])
    draft.clear()
  }
  const remove = (grant: NamedGrant): void => setGrants(grants.filter((other) => other !== grant))
  const read = (filled: Filled): { send: NewUser } | { wrong: FieldProblems } => {
    const wrong = problemsOf(filled, words.invite)
    // Whoever has added roles and chose no place for one more has all that was meant.
    const last = draft.place || grants.length === 0 ? draft.read() : null
    if (last === undefined || Object.keys(wrong).length > 0) return { wrong }
    const all = last ? [...grants, last] : grants
    const locale = filled('locale') === 'en' ? 'en' : 'vi'
    return { send: { name: filled('name'), email: filled('email'), grants: all.map(inputOf), locale } }
  }
  const send = async (input: NewUser): Promise<void> => {
    setFailure(null)
    try {
      setCreated(await mutateAsync(input))
    } catch (error) {
      const code = error instanceof ApiError ? error.code : 'unexpected'
      if (isAboutEmail(error)) form.refuse({ email: code === 'conflict' ? words.invite.emailTaken : words.invite.emailWrong })
      else setFailure(code === 'forbidden' ? words.invite.forbidden : words.invite.failed)
    }
  }
  const form = useAskForm(read, (input) => void send(input))
  return { form, draft, grants, add, remove, busy, failure, created }
}

function problemsOf(filled: Filled, words: UsersWords['invite']): FieldProblems {
  return {
    ...(filled('name') ? {} : { name: words.nameMissing }),
    ...(isEmail(filled('email')) ? {} : { email: words.emailWrong }),
  }
}

/** Whether an e-mail was refused, for being taken or for its form. */
export function isAboutEmail(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false
  return error.code === 'conflict' || error.errors.some(({ pointer }) => pointer === '/email')
}
