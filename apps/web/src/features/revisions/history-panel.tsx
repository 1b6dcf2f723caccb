import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import type { RevisionCard } from '@bantin/shared/revisions'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useHistoryText } from '../../lib/i18n/desk/use-history-text.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SaidLine } from '../../ui/said-line.tsx'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import { CompareDialog } from './compare-dialog.tsx'
import styles from './history-panel.module.css'
import { RevisionItem } from './revision-item.tsx'
import type { NameOf } from './revision-values.ts'
import { revisionsQuery } from './revisions.api.ts'
import { SaveVersion } from './save-version.tsx'
import { useHistory } from './use-history.ts'

export interface HistoryPanelProps {
  article: EditorialArticle
  mayEdit: boolean
  /** What has to be done before a revision can be restored; null: nothing. */
  restoreAfter: 'recall' | 'unschedule' | null
  unsaved: boolean
  /** The article with nothing unsaved, or null when it could not be saved. */
  save: () => Promise<EditorialArticle | null>
  nameOf: NameOf
  onRestored: (article: EditorialArticle) => void
}

/** What an article said before: to keep, to compare, to come back to. */
export function HistoryPanel(props: HistoryPanelProps) {
  const { article, mayEdit, unsaved, nameOf } = props
  const words = useHistoryText()
  const history = useHistory(props)
  const query = useInfiniteQuery(revisionsQuery(article.id))
  const [compared, setCompared] = useState<number | null>(null)
  const revisions = query.data?.pages.flatMap((page) => page.data) ?? []
  const newest = revisions[0]
  const restoring = (revision: RevisionCard): ReactNode => (
    <Restore
      {...props}
      revision={revision}
      busy={history.restoring}
      onRestore={async () => {
        if (await history.restore(revision.number)) setCompared(null)
      }}
    />
  )
  if (query.isPending) return <Waiting />
  if (query.isError && !query.data) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
  return (
    <div className={styles.panel}>
      <SaidLine {...history.saying} />
      {mayEdit ? (
        <SaveVersion kept={newest?.sealed && !unsaved ? newest.number : null} busy={history.keeping} onKeep={history.keep} />
      ) : null}
      <ol className={styles.list}>
        {revisions.map((revision) => (
          <RevisionItem key={revision.number} revision={revision}>
            {revision.isHead ? null : <CompareButton revision={revision} onCompare={() => setCompared(revision.number)} />}
            {revision.isHead ? null : restoring(revision)}
          </RevisionItem>
        ))}
      </ol>
      {query.hasNextPage ? (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {query.isFetchingNextPage ? words.loadingMore : words.more}
        </Button>
      ) : null}
      {query.isFetchNextPageError ? <ErrorNotice error={query.error} onRetry={() => void query.fetchNextPage()} /> : null}
      {compared === null ? null : (
        <CompareDialog
          articleId={article.id}
          revisions={revisions}
          from={compared}
          nameOf={nameOf}
          restore={restoring}
          onClose={() => setCompared(null)}
        />
      )}
    </div>
  )
}

function CompareButton({ revision, onCompare }: { revision: RevisionCard; onCompare: () => void }) {
  const words = useHistoryText()
  return (
    <Button aria-label={words.compareWith(revision.number)} onClick={onCompare}>
      {words.compare}
    </Button>
  )
}

interface RestoreProps extends Pick<HistoryPanelProps, 'mayEdit' | 'restoreAfter' | 'unsaved'> {
  revision: RevisionCard
  busy: boolean
  onRestore: () => Promise<void>
}

/** The way back to a revision, or in its place what is in the way. */
function Restore({ revision, mayEdit, restoreAfter, unsaved, busy, onRestore }: RestoreProps) {
  const words = useHistoryText()
  const { number, isHead, isRedacted } = revision
  const obstacle =
    restoreAfter === 'recall'
      ? words.recallFirst
      : restoreAfter === 'unschedule'
        ? words.unscheduleFirst
        : unsaved
          ? words.unsavedFirst
          : null
  if (!mayEdit || isHead || isRedacted) return null
  return (
    <ConfirmButton
      aria-label={words.restoreThis(number)}
      title={words.restoreTitle(number)}
      lead={words.restoreLead(number)}
      confirm={words.restoreThis(number)}
      refusal={obstacle}
      danger={false}
      busy={busy}
      onConfirm={() => void onRestore()}
    >
      {words.restore}
    </ConfirmButton>
  )
}

function Waiting() {
  return (
    <Loading>
      {['a', 'b', 'c', 'd'].map((line) => (
        <div key={line} className={styles.line}>
          <Skeleton width="short" />
          <Skeleton width="long" />
        </div>
      ))}
    </Loading>
  )
}
