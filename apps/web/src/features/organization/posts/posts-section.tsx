import type { EditorialPost } from '@bantin/shared/editorial-people'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useUnitText } from '../../../lib/i18n/desk/use-unit-text.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorNotice } from '../../../ui/error-notice.tsx'
import { PageSection } from '../../../ui/page-section.tsx'
import type { Saying } from '../../../ui/said-line.tsx'
import { Loading, Skeleton } from '../../../ui/skeleton.tsx'
import styles from '../organization.module.css'
import { HoldingDialog } from './holding-dialog.tsx'
import { PostDialog } from './post-dialog.tsx'
import type { PostTask } from './post-task.ts'
import { PostView } from './post-view.tsx'
import { postsQuery } from './posts.api.ts'
import postStyles from './posts.module.css'
import { TimeLineView } from './time-line-view.tsx'

interface PostsSectionProps {
  unitId: string
  mayChange: boolean
  today: string
  saying: Saying
  personLink: (person: { id: string; name: string }) => ReactNode
}

/** The posts of a unit with everybody who holds, held and will hold them: as bars over years, and in words. */
export function PostsSection({ unitId, mayChange, today, saying, personLink }: PostsSectionProps) {
  const words = useUnitText().posts
  const { data: posts, error, isPending, refetch } = useQuery(postsQuery(unitId))
  const [task, setTask] = useState<PostTask | null>(null)
  return (
    <PageSection title={words.title}>
      {isPending ? <Waiting /> : null}
      {!isPending && !posts ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {posts?.length === 0 ? <p className={styles.soft}>{words.empty}</p> : null}
      {posts ? <TimeLineView rows={posts.map(rowOf)} today={today} /> : null}
      <div className={postStyles.posts}>
        {posts?.map((post) => (
          <PostView key={post.id} post={post} today={today} saying={saying} personLink={personLink} onTask={mayChange ? setTask : null} />
        ))}
      </div>
      {mayChange && posts ? (
        <div>
          <Button onClick={() => setTask({ kind: 'post', post: null })}>{words.add}</Button>
        </div>
      ) : null}
      <TaskDialog task={task} unitId={unitId} posts={posts ?? []} today={today} saying={saying} onClose={() => setTask(null)} />
    </PageSection>
  )
}

interface TaskDialogProps {
  task: PostTask | null
  unitId: string
  posts: readonly EditorialPost[]
  today: string
  saying: Saying
  onClose: () => void
}

function TaskDialog({ task, unitId, posts, today, saying, onClose }: TaskDialogProps) {
  const words = useUnitText()
  if (task === null) return null
  const saved = (said: string): void => {
    onClose()
    saying.done(said)
  }
  if (task.kind !== 'post') {
    return <HoldingDialog task={task} today={today} onClose={onClose} onSaved={(name) => saved(words.holding.saved(name))} />
  }
  const nextOrder = Math.max(-1, ...posts.map(({ order }) => order)) + 1
  return (
    <PostDialog
      unitId={unitId}
      post={task.post}
      nextOrder={nextOrder}
      onClose={onClose}
      onSaved={(name) => saved(words.posts.saved(name))}
    />
  )
}

function rowOf({ id, name, appointments }: EditorialPost) {
  const bars = appointments.map(({ id, person, kind, from, through }) => ({
    id,
    text: person.name,
    tone: kind === 'substantive' ? ('plain' as const) : ('light' as const),
    from,
    through,
  }))
  return { id, name, bars }
}

function Waiting() {
  return (
    <Loading>
      <Skeleton width="long" />
      <Skeleton width="short" />
    </Loading>
  )
}
