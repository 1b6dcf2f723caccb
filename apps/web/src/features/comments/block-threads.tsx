import { useCommentsText } from '../../lib/i18n/desk/use-comments-text.ts'
import { Button } from '../../ui/button.tsx'
import { Resolved, Threads } from './all-threads.tsx'
import { BlockQuote } from './block-quote.tsx'
import { CommentForm } from './comment-form.tsx'
import styles from './comments-panel.module.css'
import type { TextBlock, Thread } from './threads.ts'
import type { Talk } from './use-talk.ts'

export interface BlockThreadsProps {
  blockId: string
  threads: readonly Thread[]
  talk: Talk
  /** The text under edit. */
  blocks: readonly TextBlock[]
  /** The blocks of the newest saved text: others cannot be talked about yet. */
  savedBlocks: ReadonlySet<string>
  onAll: () => void
  /** Goes to a block in the text. */
  onBlock: (id: string) => void
  /** Saves the article, so that its new blocks can be talked about. */
  save: () => Promise<unknown>
}

/** The threads of one block. */
export function BlockThreads({ blockId, threads, blocks, savedBlocks, talk, onAll, onBlock, save }: BlockThreadsProps) {
  const words = useCommentsText()
  const place = blocks.findIndex((block) => block.id === blockId)
  const about = threads.filter(({ first }) => first.blockId === blockId)
  const isSaved = savedBlocks.has(blockId)
  return (
    <section className={styles.group}>
      <Button variant="quiet" className={styles.go} onClick={onAll}>
        {words.all}
      </Button>
      <BlockQuote place={place + 1} text={blocks[place]?.text ?? null} onBlock={() => onBlock(blockId)} />
      {about.length === 0 && isSaved ? <p className={styles.note}>{words.emptyBlock}</p> : null}
      <Threads threads={about.filter(({ first }) => first.resolved === null)} talk={talk} />
      {talk.mayComment && isSaved ? (
        <CommentForm
          label={words.newBlockText}
          storageKey={talk.keyOf(`block:${blockId}`)}
          submit={words.send}
          focused={about.length === 0}
          onSend={(text, key) => talk.say({ text, blockId, key })}
        />
      ) : null}
      {isSaved ? null : <SaveFirst save={save} />}
      <Resolved threads={about.filter(({ first }) => first.resolved !== null)} talk={talk} />
    </section>
  )
}

function SaveFirst({ save }: { save: () => Promise<unknown> }) {
  const words = useCommentsText()
  return (
    <>
      <p>{words.unsavedBlock}</p>
      <Button className={styles.save} onClick={() => void save()}>
        {words.saveFirst}
      </Button>
    </>
  )
}
