import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useSession, useSessionState } from '../../lib/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** Over whatever page is open when the session turns out to have ended: nothing under it is lost, and what waited goes on. */
export function SignInAgain() {
  const words = useDeskText().login
  const session = useSession()
  const state = useSessionState()
  if (state.status !== 'ended') return null
  return (
    <Dialog open title={words.again} lead={words.againLead} actions={null}>
      <SignInForm email={state.user.email}>
        <Button onClick={() => void session.signOut().catch(() => undefined)}>{words.leave}</Button>
      </SignInForm>
    </Dialog>
  )
}
