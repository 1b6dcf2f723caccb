import type { Redirect } from '@bantin/shared/redirects'
import { useRedirectsText } from '../../lib/i18n/desk/use-redirects-text.ts'
import { sayAddress } from '../../lib/say-address.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'

/** What may be done with redirects. */
export interface RedirectDeeds {
  edit: (redirect: Redirect) => void
  remove: (redirect: Redirect) => void
}

interface RedirectActionsProps {
  redirect: Redirect
  actions: RedirectDeeds
  className: string | undefined
}

/** What can be done with a redirect; their names say with which. */
export function RedirectActions({ redirect, actions, className }: RedirectActionsProps) {
  const words = useRedirectsText()
  const from = sayAddress(redirect.fromPathQuery)
  return (
    <div className={className}>
      <Button aria-label={words.editOne(from)} onClick={() => actions.edit(redirect)}>
        {words.edit}
      </Button>
      <ConfirmButton
        aria-label={words.removeOne(from)}
        title={words.removeTitle}
        lead={words.removeLead(from)}
        confirm={words.remove}
        onConfirm={() => actions.remove(redirect)}
      >
        {words.remove}
      </ConfirmButton>
    </div>
  )
}
