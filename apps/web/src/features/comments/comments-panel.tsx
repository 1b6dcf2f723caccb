import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCommentsText } from '../../lib/i18n/desk/use-comments-text.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SaidLine } from '../../ui/said-line.tsx'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import { AllThreads } from './all-threads.tsx'
import { BlockThreads, type BlockThreadsProps } from './block-threads.tsx'
import { commentsQuery } from './comments.api.ts'
import styles from './comments-panel.module.css'
import { threadsOf } from './threads.ts'
import { type TalkParts, useTalk } from './use-talk.ts'

export interface CommentsPanelProps extends TalkParts, Omit<BlockThreadsProps, 'blockId' | 'threads' | 'talk'> {
  /** The block to talk about; null: the whole article. */
  blockId: string | null
}

/** What editors say to each other about an article, all of it or about one block. */
export function CommentsPanel(props: CommentsPanelProps) {
  const { articleId, blocks, blockId, mayComment } = props
  const words = useCommentsText()
  const query = useQuery(commentsQuery(articleId))
  const talk = useTalk(props)
  const frame = (children: ReactNode) => (
    <div className={styles.panel}>
      <SaidLine {...talk.saying} />
      {children}
      {mayComment ? null : <p className={styles.note}>{words.readOnly}</p>}
    </div>
  )
  if (query.isPending) return <Waiting />
  if (!query.data) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
  const threads = threadsOf(query.data)
  return frame(
    blockId === null ? (
      <AllThreads threads={threads} blocks={blocks} talk={talk} onBlock={props.onBlock} />
    ) : (
      <BlockThreads {...props} key={blockId} blockId={blockId} threads={threads} talk={talk} />
    ),
  )
}

function Waiting() {
  return (
    <Loading>
      <Skeleton width="short" />
      <Skeleton width="long" />
      <Skeleton />
    </Loading>
  )
}
