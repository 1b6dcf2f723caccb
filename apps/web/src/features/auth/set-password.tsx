import type { LinkHolder } from '@bantin/shared/auth'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { useDoorText } from '../../lib/i18n/desk/use-door-text.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import { linkHolderQuery } from './auth.api.ts'
import { DeadLink } from './dead-link.tsx'
import { SetPasswordForm } from './set-password-form.tsx'
import { SigningIn } from './signing-in.tsx'

interface SetPasswordProps {
  token: string
  /** The password is set; what follows is signing in. */
  onSet: () => void
}

/** What the link of an invitation or a reset opens: whom it is for, a new password, and then the way in. */
export function SetPassword({ token, onSet }: SetPasswordProps) {
  const holder = useQuery(linkHolderQuery(token))
  const [isDead, setIsDead] = useState(false)
  if (isDead || isDeadLink(holder.error)) return <DeadLink />
  if (holder.isPending) return <Waiting />
  if (!holder.data) return <ErrorNotice error={holder.error} onRetry={() => void holder.refetch()} />
  return <Setting token={token} holder={holder.data} onSet={onSet} onDead={() => setIsDead(true)} />
}

function Setting({ token, holder, onSet, onDead }: SetPasswordProps & { holder: LinkHolder; onDead: () => void }) {
  const words = useDoorText().link
  const [password, setPassword] = useState<string | null>(null)
  if (password !== null) return <SigningIn title={words.doneTitle} email={holder.email} password={password} />
  return (
    <SetPasswordForm
      token={token}
      holder={holder}
      onSet={(given) => {
        setPassword(given)
        onSet()
      }}
      onRefused={(error) => {
        if (isDeadLink(error)) onDead()
      }}
    />
  )
}

/** Unknown, used, expired, replaced: all alike; what is no secret at all is refused by its shape. */
function isDeadLink(error: unknown): boolean {
  const isShapeless = error instanceof ApiError && error.errors.some(({ pointer }) => pointer === '/token')
  return error instanceof ApiError && (error.status === 404 || isShapeless)
}

function Waiting() {
  return (
    <Loading>
      <Skeleton width="long" />
      <Skeleton width="short" />
      <Skeleton shape="title" />
    </Loading>
  )
}
