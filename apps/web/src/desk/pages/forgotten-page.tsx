import { Link } from '@tanstack/react-router'
import { ForgottenForm } from '../../features/auth/forgotten-form.tsx'
import { useDoorText } from '../../lib/i18n/desk/use-door-text.ts'
import { DoorFrame } from './door-frame.tsx'
import { useTitle } from './use-title.ts'

/** For whoever does not know his password any more. */
export function ForgottenPage() {
  const words = useDoorText()
  useTitle(words.forgotten.title)
  return (
    <DoorFrame title={words.forgotten.title}>
      <ForgottenForm />
      <p>
        <Link to="/dang-nhap">{words.toSignIn}</Link>
      </p>
    </DoorFrame>
  )
}
