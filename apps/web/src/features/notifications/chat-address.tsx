import type { NotificationSettings } from '@bantin/shared/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useNotificationsText } from '../../lib/i18n/desk/use-notifications-text.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { TextField } from '../../ui/field.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import { useAskForm } from '../../ui/use-ask-form.ts'
import { saveNotificationSettingsMutation } from './notifications.api.ts'
import styles from './told-settings.module.css'

interface ChatAddressProps {
  settings: NotificationSettings
  saying: Saying
}

/** The webhook of a chat: a secret that can be set, changed and removed, and of which only the server's name is shown. */
export function ChatAddress({ settings, saying }: ChatAddressProps) {
  const words = useNotificationsText().chat
  const { remove, busy } = useRemoval(settings, saying)
  const [isAsked, setAsked] = useState(false)
  const { chatHost } = settings
  return (
    <section className={styles.section} aria-labelledby="chat">
      <h2 id="chat">{words.title}</h2>
      <p className={styles.soft}>{words.lead}</p>
      <p>{chatHost === null ? words.none : words.host(chatHost)}</p>
      {isAsked ? <AddressForm settings={settings} saying={saying} onClose={() => setAsked(false)} /> : null}
      <div className={styles.actions}>
        {isAsked ? null : <Button onClick={() => setAsked(true)}>{chatHost === null ? words.set : words.change}</Button>}
        {chatHost === null || isAsked ? null : (
          <ConfirmButton busy={busy} title={words.removeTitle} lead={words.removeLead} confirm={words.remove} onConfirm={remove}>
            {words.remove}
          </ConfirmButton>
        )}
      </div>
    </section>
  )
}

/** As the API takes an address. */
const address = /^https?:\/\/[^\s@]+$/

function AddressForm({ settings, saying, onClose }: ChatAddressProps & { onClose: () => void }) {
  const { cancel } = useDeskText()
  const all = useNotificationsText()
  const words = all.chat
  const { mutate, isPending } = useMutation(saveNotificationSettingsMutation())
  const refuse = (error: unknown): void => {
    if (error instanceof ApiError && (error.status === 400 || error.status === 422)) form.refuse({ url: words.refused })
    else saying.failed(error instanceof ApiError && error.code === 'version_stale' ? all.settings.stale : all.settings.failed)
  }
  const saved = ({ chatHost }: NotificationSettings): void => {
    onClose()
    saying.done(words.saved(chatHost ?? ''))
  }
  const form = useAskForm<string>(
    (filled) => (address.test(filled('url')) ? { send: filled('url') } : { wrong: { url: words.wrong } }),
    (chatUrl) => {
      saying.hush()
      mutate({ patch: { chatUrl }, version: settings.version }, { onSuccess: saved, onError: refuse })
    },
  )
  return (
    <form
      ref={form.formRef}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isPending) form.submit()
      }}
    >
      <TextField
        name="url"
        type="url"
        inputMode="url"
        label={words.label}
        hint={words.hint}
        maxLength={1000}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        error={form.problems.url}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" busy={isPending}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{cancel}</Button>
      </div>
    </form>
  )
}

function useRemoval(settings: NotificationSettings, saying: Saying) {
  const words = useNotificationsText()
  const { mutate, isPending } = useMutation(saveNotificationSettingsMutation())
  const remove = (): void => {
    saying.hush()
    mutate(
      { patch: { chatUrl: null }, version: settings.version },
      { onSuccess: () => saying.done(words.chat.removed), onError: () => saying.failed(words.settings.failed) },
    )
  }
  return { remove, busy: isPending }
}
