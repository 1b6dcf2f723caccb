import type { Comment } from '@bantin/shared/comments'
import { useState } from 'react'
import { formatMoment } from '../../lib/format.ts'
import { useCommentsText } from '../../lib/i18n/desk/use-comments-text.ts'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { CommentForm } from './comment-form.tsx'
import styles from './comment-item.module.css'
import { readUnsent } from './unsent-texts.ts'
import type { Talk } from './use-talk.ts'

interface CommentItemProps {
  comment: Comment
  /** Of a thread's first comment: how many go with it when it is deleted. */
  answers: number
  talk: Talk
}

/** What one person said, with what this one may do with it. */
export function CommentItem({ comment, answers, talk }: CommentItemProps) {
  const words = useCommentsText()
  const locale = useLocale()
  const { author, createdAt, editedAt, text, revisionNumber } = comment
  const key = talk.keyOf(`edit:${comment.id}`)
  const mayEdit = talk.isOwn(comment) && talk.mayComment
  const [editing, setEditing] = useState(() => mayEdit && readUnsent(key) !== '')
  return (
    <div className={styles.comment}>
      <p className={styles.facts}>
        <strong>{author.name}</strong> {formatMoment(createdAt, locale)} · {words.about(revisionNumber)}
        {editedAt ? ` · ${words.edited}` : null}
      </p>
      {editing ? (
        <EditForm comment={comment} storageKey={key} talk={talk} onDone={() => setEditing(false)} />
      ) : (
        <p className={styles.text}>{text}</p>
      )}
      <div className={styles.actions}>
        {mayEdit && !editing ? (
          <Button variant="quiet" onClick={() => setEditing(true)}>
            {words.edit}
          </Button>
        ) : null}
        {talk.mayDelete(comment) && !editing ? (
          <ConfirmButton
            variant="quiet"
            title={answers > 0 ? words.removeThreadTitle : words.removeTitle}
            lead={answers > 0 ? words.removeThreadLead(answers) : words.removeLead}
            confirm={words.remove}
            busy={talk.busy}
            onConfirm={() => void talk.remove(comment)}
          >
            {words.remove}
          </ConfirmButton>
        ) : null}
      </div>
    </div>
  )
}

function EditForm({ comment, storageKey, talk, onDone }: { comment: Comment; storageKey: string; talk: Talk; onDone: () => void }) {
  const words = useCommentsText()
  const { cancel } = useDeskText()
  return (
    <CommentForm
      label={words.editText}
      storageKey={storageKey}
      initial={comment.text}
      submit={words.keepEdit}
      focused
      onSend={async (text) => {
        await talk.rewrite(comment, text)
        onDone()
      }}
    >
      <Button onClick={onDone}>{cancel}</Button>
    </CommentForm>
  )
}
