import type { User } from '@bantin/shared/users'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { HandOverDialog } from '../../features/hand-over/hand-over-dialog.tsx'
import { useHandOverText } from '../../lib/i18n/desk/use-hand-over-text.ts'
import { Button } from '../../ui/button.tsx'
import type { Saying } from '../../ui/said-line.tsx'

/** The button that opens the sheet of a hand-over, and the sheet. */
export function HandOver({ user, saying }: { user: User; saying: Saying }) {
  const words = useHandOverText()
  const [open, setOpen] = useState(false)
  const begin = (): void => {
    saying.hush()
    setOpen(true)
  }
  const done = (): void => {
    setOpen(false)
    saying.done(words.finished(user.name))
  }
  return (
    <>
      <Button variant="primary" onClick={begin}>
        {words.button}
      </Button>
      {open ? (
        <HandOverDialog
          user={user}
          onClose={() => setOpen(false)}
          onDone={done}
          articleLink={(articleId, title) => (
            <Link to="/ban-bien-tap/bai/$articleId" params={{ articleId }} target="_blank" title={words.newWindow}>
              {title}
            </Link>
          )}
        />
      ) : null}
    </>
  )
}
