import { useCommentsText } from '../../lib/i18n/desk/use-comments-text.ts'
import { BlockQuote } from './block-quote.tsx'
import { CommentForm } from './comment-form.tsx'
import styles from './comments-panel.module.css'
import { ThreadView } from './thread-view.tsx'
import { groupThreads, type TextBlock, type Thread } from './threads.ts'
import type { Talk } from './use-talk.ts'

interface AllThreadsProps {
  threads: readonly Thread[]
  blocks: readonly TextBlock[]
  talk: Talk
  onBlock: (id: string) => void
}

/** Every thread of the article: on the whole of it, then by block, then on what is deleted; what is resolved is folded away. */
export function AllThreads({ threads, blocks, talk, onBlock }: AllThreadsProps) {
  const words = useCommentsText()
  const groups = groupThreads(threads, blocks)
  return (
    <div className={styles.all}>
      <section className={styles.group}>
        <h3 className={styles.name}>{words.whole}</h3>
        {threads.length === 0 ? <p className={styles.note}>{words.empty}</p> : null}
        <Threads threads={groups.whole} talk={talk} />
        {talk.mayComment ? (
          <CommentForm
            label={words.newText}
            storageKey={talk.keyOf('whole')}
            submit={words.send}
            onSend={(text, key) => talk.say({ text, key })}
          />
        ) : null}
      </section>
      {groups.blocks.map(({ id, place, threads: about }) => (
        <section key={id} className={styles.group}>
          <BlockQuote place={place} text={blocks.find((block) => block.id === id)?.text ?? null} onBlock={() => onBlock(id)} />
          <Threads threads={about} talk={talk} />
        </section>
      ))}
      <Detached threads={groups.detached} talk={talk} />
      <Resolved threads={groups.resolved} talk={talk} />
    </div>
  )
}

/** Threads one below the other. */
export function Threads({ threads, talk }: { threads: readonly Thread[]; talk: Talk }) {
  if (threads.length === 0) return null
  return (
    <ul className={styles.threads}>
      {threads.map((thread) => (
        <ThreadView key={thread.first.id} thread={thread} talk={talk} />
      ))}
    </ul>
  )
}

function Detached({ threads, talk }: { threads: readonly Thread[]; talk: Talk }) {
  const words = useCommentsText()
  if (threads.length === 0) return null
  return (
    <section className={styles.group}>
      <h3 className={styles.name}>{words.detached}</h3>
      <p className={styles.note}>{words.detachedLead}</p>
      <Threads threads={threads} talk={talk} />
    </section>
  )
}

/** What is done with, to be looked up or opened again. */
export function Resolved({ threads, talk }: { threads: readonly Thread[]; talk: Talk }) {
  const words = useCommentsText()
  if (threads.length === 0) return null
  return (
    <details className={styles.resolved}>
      <summary>{words.done(threads.length)}</summary>
      <Threads threads={threads} talk={talk} />
    </details>
  )
}
