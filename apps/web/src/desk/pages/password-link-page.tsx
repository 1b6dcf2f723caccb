import { useRouteContext } from '@tanstack/react-router'
import { useState, useSyncExternalStore } from 'react'
import { DeadLink } from '../../features/auth/dead-link.tsx'
import { SetPassword } from '../../features/auth/set-password.tsx'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useDoorText } from '../../lib/i18n/desk/use-door-text.ts'
import { DoorFrame } from './door-frame.tsx'
import { useDoor } from './use-door.ts'
import { useGoOn } from './use-go-on.ts'
import { useTitle } from './use-title.ts'

/** What an invitation and a reset lead to. The secret is not in the address any more. */
export function PasswordLinkPage() {
  const words = useDoorText()
  const { desk } = useDeskText()
  const { linkSecret } = useRouteContext({ from: '/dang-nhap/mat-khau' })
  const secret = useSyncExternalStore(linkSecret.subscribe, linkSecret.current)
  useTitle(words.link.title.invitation)
  return <DoorFrame title={desk}>{secret === null ? <WithoutLink /> : <WithLink key={secret} secret={secret} />}</DoorFrame>
}

/** Whoever is signed in on this device stays so until the password is set. */
function WithLink({ secret }: { secret: string }) {
  const [isSet, setIsSet] = useState(false)
  return (
    <>
      <SetPassword token={secret} onSet={() => setIsSet(true)} />
      {isSet ? <GoOn /> : null}
    </>
  )
}

function GoOn() {
  useGoOn('/ban-bien-tap')
  return null
}

/** Who set the password a moment ago and loaded the page anew may be signed in by then. */
function WithoutLink() {
  useDoor('/ban-bien-tap')
  return <DeadLink isMissing />
}
