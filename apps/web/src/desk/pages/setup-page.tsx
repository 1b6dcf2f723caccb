import type { SetupInput } from '@bantin/shared/auth'
import { type PublishingPolicy, publishingPolicies } from '@bantin/shared/permissions'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { setupQuery } from '../../features/auth/auth.api.ts'
import { SetupForm } from '../../features/auth/setup-form.tsx'
import { SigningIn } from '../../features/auth/signing-in.tsx'
import { PolicyChoice } from '../../features/settings/policy-choice.tsx'
import { useDoorText } from '../../lib/i18n/desk/use-door-text.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import { DoorFrame } from './door-frame.tsx'
import { useGoOn } from './use-go-on.ts'
import { useTitle } from './use-title.ts'

/** Makes the first administrator of a site that has none. */
export function SetupPage() {
  const words = useDoorText().setup
  useTitle(words.title)
  useGoOn('/ban-bien-tap')
  const [done, setDone] = useState<SetupInput | null>(null)
  return (
    <DoorFrame title={words.title}>
      {done ? <SigningIn title={words.doneTitle} email={done.email} password={done.password} /> : <Asking onDone={setDone} />}
    </DoorFrame>
  )
}

function Asking({ onDone }: { onDone: (input: SetupInput) => void }) {
  const words = useDoorText()
  const [policy, setPolicy] = useState<PublishingPolicy>('direct')
  const setup = useQuery(setupQuery())
  if (setup.isPending) return <Waiting />
  if (!setup.data) return <ErrorNotice error={setup.error} onRetry={() => void setup.refetch()} />
  if (!setup.data.isNeeded)
    return (
      <>
        <p>{words.setup.notNeeded}</p>
        <p>
          <Link to="/dang-nhap">{words.toSignIn}</Link>
        </p>
      </>
    )
  return (
    <SetupForm policy={policy} onDone={onDone}>
      <PolicyChoice legend={words.setup.policy} policies={publishingPolicies} policy={policy} onPolicy={setPolicy} />
    </SetupForm>
  )
}

function Waiting() {
  return (
    <Loading>
      <Skeleton width="long" />
      <Skeleton shape="title" />
      <Skeleton shape="title" />
    </Loading>
  )
}
