import type { User } from '@bantin/shared/users'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useUserText } from '../../lib/i18n/desk/use-user-text.ts'
import { Button } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useAskForm } from '../../ui/use-ask-form.ts'
import { useSayRefusal } from './use-say-refusal.ts'
import { resetSecondFactorMutation } from './users.api.ts'

interface ResetSecondFactorProps {
  user: User
  isOwnOn: boolean
  ownAccount: (text: string) => ReactNode
  onDone: () => void
}

/** Takes a second factor away, confirmed by a code of the one who asks; who has none himself is told where to turn it on. */
export function ResetSecondFactor(props: ResetSecondFactorProps) {
  const words = useUserText().secondFactor
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        {words.reset}
      </Button>
      {open ? <Asking {...props} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function Asking({ user, isOwnOn, ownAccount, onDone, onClose }: ResetSecondFactorProps & { onClose: () => void }) {
  const desk = useDeskText()
  const words = useUserText().secondFactor
  const done = useRef(false)
  const { form, busy } = useReset(user, () => {
    done.current = true
    onClose()
    onDone()
  })
  const actions = (
    <>
      {isOwnOn ? (
        <Button variant="danger" busy={busy} onClick={form.submit}>
          {words.reset}
        </Button>
      ) : null}
      <Button busy={busy} onClick={onClose}>
        {isOwnOn ? desk.cancel : desk.close}
      </Button>
    </>
  )
  return (
    <Dialog
      open
      // Who leaves would not be told whether it was done.
      onClose={busy ? undefined : onClose}
      givesFocusBack={() => !done.current}
      title={words.resetTitle(user.name)}
      lead={isOwnOn ? words.resetLead : words.ownFirst}
      actions={actions}
    >
      {isOwnOn ? (
        <form ref={form.formRef} noValidate onSubmit={(event) => event.preventDefault()}>
          <CodeField label={words.code} hint={words.codeHint} error={form.problems.code} />
        </form>
      ) : (
        <p>{ownAccount(words.toOwn)}</p>
      )}
    </Dialog>
  )
}

function useReset({ id }: User, onDone: () => void) {
  const words = useUserText().secondFactor
  const sayRefusal = useSayRefusal(id)
  const { mutate, isPending: busy } = useMutation(resetSecondFactorMutation())
  const sayWhy = (error: unknown): string => {
    const code = error instanceof ApiError ? error.code : 'unexpected'
    if (code === 'confirmation_failed') return words.codeWrong
    if (code === 'second_factor_required') return words.ownFirst
    return code === 'too_many_requests' ? words.tooMany : sayRefusal(error)
  }
  const form = useAskForm<string>(
    (filled) => (filled('code') ? { send: filled('code') } : { wrong: { code: words.codeMissing } }),
    (code) => mutate({ id, code }, { onSuccess: onDone, onError: (error) => form.refuse({ code: sayWhy(error) }) }),
  )
  return { form, busy }
}
