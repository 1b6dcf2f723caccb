import { useState } from 'react'
import { formatMoment } from '../../lib/format.ts'
import { useCommentsText } from '../../lib/i18n/desk/use-comments-text.ts'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { CommentForm } from './comment-form.tsx'
import { CommentItem } from './comment-item.tsx'
import styles from './thread-view.module.css'
import type { Thread } from './threads.ts'
import { readUnsent } from './unsent-texts.ts'
import type { Talk } from './use-talk.ts'

/** A comment with its answers, to be answered and resolved. */
export function ThreadView({ thread, talk }: { thread: Thread; talk: Talk }) {
  const words = useCommentsText()
  const locale = useLocale()
  const { first, answers } = thread
  const { resolved } = first
  return (
    <li className={styles.thread}>
      <section className={styles.inner} aria-label={words.thread(first.author.name)}>
        <CommentItem comment={first} answers={answers.length} talk={talk} />
        {answers.length > 0 ? (
          <ul className={styles.answers}>
            {answers.map((answer) => (
              <li key={answer.id}>
                <CommentItem comment={answer} answers={0} talk={talk} />
              </li>
            ))}
          </ul>
        ) : null}
        {resolved ? <p className={styles.facts}>{words.resolvedBy(resolved.by?.name ?? '…', formatMoment(resolved.at, locale))}</p> : null}
        {talk.mayComment ? <ThreadActions thread={thread} talk={talk} /> : null}
      </section>
    </li>
  )
}

function ThreadActions({ thread: { first }, talk }: { thread: Thread; talk: Talk }) {
  const words = useCommentsText()
  const { cancel } = useDeskText()
  const key = talk.keyOf(`answer:${first.id}`)
  const [answering, setAnswering] = useState(() => readUnsent(key) !== '')
  const isResolved = first.resolved !== null
  if (answering)
    return (
      <CommentForm
        label={words.answerText(first.author.name)}
        storageKey={key}
        submit={words.send}
        focused
        onSend={async (text, sentAs) => {
          await talk.say({ text, parentId: first.id, key: sentAs })
          setAnswering(false)
        }}
      >
        <Button onClick={() => setAnswering(false)}>{cancel}</Button>
      </CommentForm>
    )
  return (
    <div className={styles.actions}>
      {isResolved ? null : <Button onClick={() => setAnswering(true)}>{words.answer}</Button>}
      <Button busy={talk.busy} onClick={() => void talk.resolve(first, !isResolved)}>
        {isResolved ? words.reopen : words.resolve}
      </Button>
    </div>
  )
}
