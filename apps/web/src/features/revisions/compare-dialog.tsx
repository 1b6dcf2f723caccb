import type { RevisionCard } from '@bantin/shared/revisions'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { formatMoment } from '../../lib/format.ts'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useHistoryText } from '../../lib/i18n/desk/use-history-text.ts'
import type { HistoryWords } from '../../lib/i18n/desk/vi-history.ts'
import { type Locale, useLocale } from '../../lib/i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import styles from './compare-dialog.module.css'
import { DiffView } from './diff-view.tsx'
import type { NameOf } from './revision-values.ts'
import { diffQuery } from './revisions.api.ts'

interface CompareDialogProps {
  articleId: string
  /** Those that can be chosen, newest first. */
  revisions: readonly RevisionCard[]
  /** The one to begin with; it is compared with the newest. */
  from: number
  nameOf: NameOf
  /** The way back to a revision, as a button. */
  restore: (revision: RevisionCard) => ReactNode
  onClose: () => void
}

/** Any two revisions of an article, compared in one text. */
export function CompareDialog({ articleId, revisions, from: first, nameOf, restore, onClose }: CompareDialogProps) {
  const words = useHistoryText()
  const { close } = useDeskText()
  const locale = useLocale()
  const [from, setFrom] = useState(first)
  const [to, setTo] = useState(revisions[0]?.number ?? first)
  const choices = revisions.map((revision) => ({ value: String(revision.number), label: sayRevision(revision, words, locale) }))
  const before = revisions.find((revision) => revision.number === from)
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={words.compareTitle}
      actions={
        <>
          <Button variant="primary" onClick={onClose}>
            {close}
          </Button>
          {before ? restore(before) : null}
        </>
      }
    >
      <div className={styles.choices}>
        <SelectField label={words.from} value={String(from)} choices={choices} onValue={(value) => setFrom(Number(value))} />
        <SelectField label={words.to} value={String(to)} choices={choices} onValue={(value) => setTo(Number(value))} />
      </div>
      {from === to ? <p role="status">{words.sameRevision}</p> : <Difference articleId={articleId} from={from} to={to} nameOf={nameOf} />}
    </Dialog>
  )
}

function Difference({ articleId, from, to, nameOf }: { articleId: string; from: number; to: number; nameOf: NameOf }) {
  const query = useQuery(diffQuery(articleId, from, to))
  if (query.data) return <DiffView diff={query.data} nameOf={nameOf} />
  if (query.isError) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
  return (
    <Loading>
      <Skeleton width="long" />
      <Skeleton />
      <Skeleton width="short" />
    </Loading>
  )
}

/** A revision in one line of a list to choose from. */
function sayRevision({ number, label, savedAt, isHead }: RevisionCard, words: HistoryWords, locale: Locale): string {
  return [words.number(number), label, isHead ? words.newest : null, formatMoment(savedAt, locale)].filter(Boolean).join(' · ')
}
