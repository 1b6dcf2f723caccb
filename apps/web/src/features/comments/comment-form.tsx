import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { useCommentsText } from '../../lib/i18n/desk/use-comments-text.ts'
import type { CommentsWords } from '../../lib/i18n/desk/vi-comments.ts'
import { newKey } from '../../lib/new-key.ts'
import { Button } from '../../ui/button.tsx'
import { TextAreaField } from '../../ui/field.tsx'
import styles from './comment-form.module.css'
import { keepUnsent, readUnsent } from './unsent-texts.ts'

interface CommentFormProps {
  label: string
  /** Where what is not sent yet is kept on this device. */
  storageKey: string
  /** What stands in the field when nothing is kept. */
  initial?: string
  submit: string
  /** Rejects when it was not taken: the text then stays where it is. `key` is the same for the same text. */
  onSend: (text: string, key: string) => Promise<unknown>
  /** Begun by a press of a button: the focus goes into the field. */
  focused?: boolean
  /** Further buttons. */
  children?: ReactNode
}

/** A text to say. It stays in the field and on this device until it has arrived, whatever happens to network, session or page. */
export function CommentForm({ label, storageKey, initial = '', submit, onSend, focused = false, children }: CommentFormProps) {
  const words = useCommentsText()
  const [first] = useState(() => readUnsent(storageKey) || initial)
  const { field, problem, sending, typed, send } = useSending(storageKey, onSend)
  useEffect(() => {
    if (focused) field.current?.focus()
  }, [focused, field])
  return (
    <form className={styles.form} onSubmit={send}>
      <TextAreaField
        ref={field}
        label={label}
        rows={3}
        maxLength={4000}
        defaultValue={first}
        error={problem ?? undefined}
        hint={first !== initial ? words.unsent : undefined}
        onInput={typed}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" busy={sending}>
          {sending ? words.sending : submit}
        </Button>
        {children}
      </div>
    </form>
  )
}

function useSending(storageKey: string, onSend: CommentFormProps['onSend']) {
  const words = useCommentsText()
  const field = useRef<HTMLTextAreaElement>(null)
  const key = useRef(newKey())
  const [problem, setProblem] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const typed = (): void => {
    key.current = newKey()
    keepUnsent(storageKey, field.current?.value ?? '')
  }
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const text = field.current?.value ?? ''
    if (sending) return
    setProblem(text.trim() ? null : words.missing)
    if (!text.trim()) return field.current?.focus()
    setSending(true)
    try {
      await onSend(text.trim(), key.current)
      // What was typed on while it was under way is another text.
      if (field.current?.value === text) field.current.value = ''
      if (readUnsent(storageKey) === text) keepUnsent(storageKey, '')
      key.current = newKey()
    } catch (error) {
      setProblem(sayProblem(error, words))
    } finally {
      setSending(false)
    }
  }
  return { field, problem, sending, typed, send: (event: FormEvent) => void send(event) }
}

function sayProblem(error: unknown, words: CommentsWords): string {
  if (!(error instanceof ApiError)) return words.failed
  if (error.code === 'version_stale') return words.stale
  if (error.code === 'conflict') return words.full
  if (error.code === 'not_found') return words.gone
  if (error.code === 'unknown_reference') return error.errors.some(({ pointer }) => pointer === '/parentId') ? words.gone : words.blockGone
  return words.failed
}
