import type { NotificationSettings } from '@bantin/shared/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useNotificationsText } from '../../lib/i18n/desk/use-notifications-text.ts'
import { AskForm } from '../../ui/ask-form.tsx'
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
  const [asked, setAsked] = useState<'no' | 'yes' | 'cancelled'>('no')
  const isAsked = asked === 'yes'
  const { chatHost } = settings
  return (
    <section className={styles.section} aria-labelledby="chat">
      <h2 id="chat">{words.title}</h2>
      <p className={styles.soft}>{words.lead}</p>
      <p>{chatHost === null ? words.none : words.host(chatHost)}</p>
      {isAsked ? (
        <AddressForm settings={settings} saying={saying} onSaved={() => setAsked('no')} onCancel={() => setAsked('cancelled')} />
      ) : null}
      <div className={styles.actions}>
        {/* Whoever cancelled is at the button that he pressed before. */}
        {isAsked ? null : (
          <Button autoFocus={asked === 'cancelled'} onClick={() => setAsked('yes')}>
            {chatHost === null ? words.set : words.change}
          </Button>
        )}
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

interface AddressFormProps extends ChatAddressProps {
  onSaved: () => void
  onCancel: () => void
}

function AddressForm({ settings, saying, onSaved, onCancel }: AddressFormProps) {
  const { cancel } = useDeskText()
  const words = useNotificationsText().chat
  const sayFailure = useSayAddressFailure()
  const { mutate, isPending } = useMutation(saveNotificationSettingsMutation())
  const refuse = (error: unknown): void => {
    if (error instanceof ApiError && (error.status === 400 || error.status === 422)) form.refuse({ url: words.refused })
    else saying.failed(sayFailure(error))
  }
  const saved = ({ chatHost }: NotificationSettings): void => {
    onSaved()
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
    <AskForm form={form} busy={isPending} className={styles.form}>
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
        <Button onClick={onCancel}>{cancel}</Button>
      </div>
    </AskForm>
  )
}

function useRemoval(settings: NotificationSettings, saying: Saying) {
  const words = useNotificationsText().chat
  const sayFailure = useSayAddressFailure()
  const { mutate, isPending } = useMutation(saveNotificationSettingsMutation())
  const remove = (): void => {
    saying.hush()
    mutate(
      { patch: { chatUrl: null }, version: settings.version },
      { onSuccess: () => saying.done(words.removed), onError: (error) => saying.failed(sayFailure(error)) },
    )
  }
  return { remove, busy: isPending }
}

function useSayAddressFailure(): (error: unknown) => string {
  const { chat, settings } = useNotificationsText()
  return (error) => (error instanceof ApiError && error.code === 'version_stale' ? chat.stale : settings.failed)
}
