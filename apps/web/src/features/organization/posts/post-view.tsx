import type { EditorialPost } from '@bantin/shared/editorial-people'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { useUnitText } from '../../../lib/i18n/desk/use-unit-text.ts'
import { Button } from '../../../ui/button.tsx'
import { ConfirmButton } from '../../../ui/confirm-button.tsx'
import type { Saying } from '../../../ui/said-line.tsx'
import { useRefusal } from '../use-refusal.ts'
import { HoldingsTable } from './holdings-table.tsx'
import type { Appointment, PostTask } from './post-task.ts'
import { removeMutation } from './posts.api.ts'
import styles from './posts.module.css'

interface PostViewProps {
  post: EditorialPost
  today: string
  saying: Saying
  personLink: (person: { id: string; name: string }) => ReactNode
  /** Null for those who may only look. */
  onTask: ((task: PostTask) => void) | null
}

/** One post with its holders, and what can be done to them. */
export function PostView(props: PostViewProps) {
  const { post, today, personLink, onTask } = props
  const words = useUnitText()
  return (
    <section className={styles.post} aria-label={post.name}>
      <div className={styles.head}>
        <h3>{post.name}</h3>
        {onTask ? <PostActions {...props} onTask={onTask} /> : null}
      </div>
      {post.appointments.length === 0 ? <p className={styles.soft}>{words.posts.nobody}</p> : null}
      {post.appointments.length === 0 ? null : (
        <HoldingsTable
          label={words.posts.holders(post.name)}
          first={words.holding.person}
          today={today}
          lines={post.appointments.map((appointment) => ({
            ...appointment,
            what: personLink(appointment.person),
            actions: onTask ? <HoldingActions {...props} appointment={appointment} onTask={onTask} /> : null,
          }))}
        />
      )}
    </section>
  )
}

type Acting = PostViewProps & { onTask: NonNullable<PostViewProps['onTask']> }

function PostActions({ post, saying, onTask }: Acting) {
  const { edit, remove } = useOrganizationText()
  const words = useUnitText()
  const removing = useRemoval('posts', saying, words.posts)
  return (
    <div className={styles.actions}>
      <Button variant="quiet" aria-label={words.holding.addTo(post.name)} onClick={() => onTask({ kind: 'add', post })}>
        {words.holding.add}
      </Button>
      <Button variant="quiet" aria-label={words.posts.change(post.name)} onClick={() => onTask({ kind: 'post', post })}>
        {edit}
      </Button>
      {post.appointments.length === 0 ? (
        <ConfirmButton
          variant="quiet"
          aria-label={words.posts.remove(post.name)}
          title={words.posts.removeTitle}
          lead={words.posts.removeLead}
          confirm={remove}
          onConfirm={() => removing(post, post.name)}
        >
          {remove}
        </ConfirmButton>
      ) : null}
    </div>
  )
}

function HoldingActions({ post, appointment, today, saying, onTask }: Acting & { appointment: Appointment }) {
  const { edit, remove } = useOrganizationText()
  const words = useUnitText().holding
  const removing = useRemoval('appointments', saying, words)
  const { name } = appointment.person
  const mayEnd = appointment.through === null && (appointment.from === null || appointment.from <= today)
  return (
    <>
      {mayEnd ? (
        <Button variant="quiet" aria-label={words.endOf(name)} onClick={() => onTask({ kind: 'end', post, appointment })}>
          {words.end}
        </Button>
      ) : null}
      <Button variant="quiet" aria-label={words.change(name)} onClick={() => onTask({ kind: 'change', post, appointment })}>
        {edit}
      </Button>
      <ConfirmButton
        variant="quiet"
        aria-label={words.remove(name)}
        title={words.removeTitle}
        lead={words.removeLead}
        confirm={remove}
        onConfirm={() => removing(appointment, name)}
      >
        {remove}
      </ConfirmButton>
    </>
  )
}

/** Takes away what was noted by mistake, and says what came of it. */
function useRemoval(
  noun: 'posts' | 'appointments',
  { done, failed, hush }: Acting['saying'],
  words: { removed: (name: string) => string; referred: string },
) {
  const refusal = useRefusal()
  const { mutate } = useMutation(removeMutation(noun))
  return ({ id, version }: { id: string; version: number }, name: string): void => {
    hush()
    mutate({ id, version }, { onSuccess: () => done(words.removed(name)), onError: (error) => failed(refusal(error, words.referred).text) })
  }
}
