import { type CreatedUser, maxGrants } from '@bantin/shared/users'
import { useEffect, useRef } from 'react'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useUsersText } from '../../lib/i18n/desk/use-users-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { LocaleField } from '../../ui/locale-field.tsx'
import type { NamedItem } from '../../ui/search-choice.tsx'
import { GrantFields } from './grant-fields.tsx'
import { GrantLines } from './grant-lines.tsx'
import styles from './invite-dialog.module.css'
import { LinkMade } from './link-made.tsx'
import { useInvitation } from './use-invitation.ts'

interface InviteDialogProps {
  /** Where the signed-in person may give roles. */
  places: readonly NamedItem[]
  /** The link was seen, and the dialog is closed. */
  onInvited: (user: CreatedUser['user']) => void
  onClose: () => void
}

/** Asks who is invited and in which roles, then shows the link, once. It stays until the link was seen or it is left. */
export function InviteDialog({ places, onInvited, onClose }: InviteDialogProps) {
  const { cancel } = useDeskText()
  const words = useUsersText().invite
  const invited = useRef(false)
  const invitation = useInvitation(places)
  const { created, busy } = invitation
  const finish = (): void => {
    invited.current = true
    if (created) onInvited(created.user)
  }
  const asking = (
    <>
      <Button variant="primary" busy={busy} onClick={invitation.form.submit}>
        {busy ? words.submitting : words.submit}
      </Button>
      <Button busy={busy} onClick={onClose}>
        {cancel}
      </Button>
    </>
  )
  const made = <Button onClick={finish}>{words.finish}</Button>
  return (
    <Dialog
      open
      // A link that is shown once is not closed by a press beside it, nor lost while it is being made.
      onClose={created || busy ? undefined : onClose}
      givesFocusBack={() => !invited.current}
      title={created ? words.madeTitle(created.user.name) : words.title}
      lead={created ? words.madeLead : undefined}
      actions={created ? made : asking}
    >
      {created ? <Made created={created} /> : <Fields invitation={invitation} places={places} />}
    </Dialog>
  )
}

/** Takes the focus: the button that was pressed has left. */
function Made({ created: { user, link } }: { created: CreatedUser }) {
  const words = useUsersText().invite
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <section ref={place} tabIndex={-1} aria-label={words.madeTitle(user.name)}>
      <LinkMade link={link} email={user.email} />
    </section>
  )
}

function Fields({ invitation, places }: { invitation: ReturnType<typeof useInvitation>; places: readonly NamedItem[] }) {
  const words = useUsersText()
  const locale = useLocale()
  const { form, draft, grants, add, remove, failure } = invitation
  return (
    <form ref={form.formRef} className={styles.fields} noValidate onSubmit={(event) => event.preventDefault()}>
      <p role="alert" className={styles.problem}>
        {failure}
      </p>
      <TextField name="name" label={words.invite.name} required maxLength={100} autoComplete="off" error={form.problems.name} />
      <TextField
        name="email"
        type="email"
        inputMode="email"
        label={words.invite.email}
        required
        maxLength={254}
        autoComplete="off"
        error={form.problems.email}
      />
      <div className={styles.roles}>
        <GrantFields draft={draft} places={places} />
        {grants.length < maxGrants - 1 ? (
          <div>
            <Button variant="quiet" onClick={add}>
              {words.grants.another}
            </Button>
          </div>
        ) : null}
        <div aria-live="polite" className={styles.chosen}>
          <GrantLines label={words.grants.list} grants={grants} onRemove={remove} />
        </div>
      </div>
      <LocaleField label={words.invite.locale} initial={locale} />
    </form>
  )
}
