import { type RefObject, useEffect, useState } from 'react'
import { formatDate, formatTime } from '../../../lib/format.ts'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { NoticeLine } from '../../../ui/notice-line.tsx'
import { ConflictDialog } from '../conflict/conflict-dialog.tsx'
import { compareWays, type Place } from '../conflict/merge.ts'
import { changedFields } from '../form/article-values.ts'
import type { ArticleChoices } from '../form/choices.ts'
import type { ArticleFormState } from '../form/use-form-state.ts'
import type { StoredCopy } from './local-copies.ts'
import { type Copies, copyWays } from './use-copies.ts'

interface CopyNoticesProps {
  form: ArticleFormState
  copies: Copies
  choices: ArticleChoices
}

interface OfferProps extends CopyNoticesProps {
  /** Takes the focus when an offer, and with it the pressed button, has left the page. */
  goOn: RefObject<HTMLElement | null>
}

/** Offers back what is on this device only. Nothing is placed or dropped by itself. */
export function CopyNotices({ form, copies, choices, goOn }: OfferProps) {
  const answered = useFocusAfter(goOn)
  const [chosen, setChosen] = useState<StoredCopy | null>(null)
  const [dropping, setDropping] = useState<StoredCopy | null>(null)
  const restore = (copy: StoredCopy): void => {
    const ways = copyWays(copy, form.base)
    const { both } = compareWays(ways)
    // Who set a text aside has seen the other one.
    if (both.length > 0 && copy.kind === 'unsaved') setChosen(copy)
    else {
      copies.place(copy, ways, both)
      answered()
    }
  }
  return (
    <>
      {copies.copies.map((copy) => (
        <CopyNotice key={copy.key} copy={copy} onRestore={() => restore(copy)} onDrop={() => setDropping(copy)} />
      ))}
      {chosen ? (
        <PlaceDialog copy={chosen} form={form} copies={copies} choices={choices} onPlaced={answered} onDone={() => setChosen(null)} />
      ) : null}
      {dropping ? (
        <DropDialog
          onDrop={() => {
            copies.drop(dropping)
            setDropping(null)
            answered()
          }}
          onClose={() => setDropping(null)}
        />
      ) : null}
    </>
  )
}

/** Call what it returns after an answer; the focus moves once the page shows it. */
function useFocusAfter(goOn: RefObject<HTMLElement | null>): () => void {
  const [answers, setAnswers] = useState(0)
  useEffect(() => {
    if (answers > 0) goOn.current?.focus()
  }, [answers, goOn])
  return () => setAnswers((count) => count + 1)
}

function CopyNotice({ copy, onRestore, onDrop }: { copy: StoredCopy; onRestore: () => void; onDrop: () => void }) {
  const words = useDeskText().form
  const when = deviceTime(copy.at)
  const names = Object.keys(copy.values).map(words.fieldName).join(', ').toLowerCase()
  return (
    <section aria-label={words.recovery.title}>
      <NoticeLine
        tone="notice"
        actions={
          <>
            <Button onClick={onRestore}>{words.recovery.restore}</Button>
            <Button onClick={onDrop}>{words.recovery.drop}</Button>
          </>
        }
      >
        <p>
          <strong>{words.recovery.title}.</strong> {copy.kind === 'aside' ? words.recovery.setAside(when) : words.recovery.lead(when)}{' '}
          {words.recovery.changed(names)}
        </p>
      </NoticeLine>
    </section>
  )
}

interface PlaceDialogProps extends CopyNoticesProps {
  copy: StoredCopy
  onPlaced: () => void
  onDone: () => void
}

function PlaceDialog({ copy, form, copies, choices, onPlaced, onDone }: PlaceDialogProps) {
  const words = useDeskText().conflict
  const ways = copyWays(copy, form.base)
  const place = (keepMine: Place[]): void => {
    copies.place(copy, ways, keepMine)
    onDone()
    onPlaced()
  }
  return (
    <ConflictDialog
      ways={ways}
      who={form.article?.updatedBy ?? '…'}
      at={form.article?.updatedAt ?? ''}
      theirFields={changedFields(ways.base, ways.theirs)}
      choices={choices}
      submit={words.place}
      onResolve={place}
      onLater={onDone}
    />
  )
}

function DropDialog({ onDrop, onClose }: { onDrop: () => void; onClose: () => void }) {
  const words = useDeskText()
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.form.recovery.dropTitle}
      lead={words.form.recovery.dropLead}
      actions={
        <>
          <Button variant="danger" onClick={onDrop}>
            {words.form.recovery.drop}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </>
      }
    />
  )
}

/** The device wrote the copy, so its own clock and zone say when. */
function deviceTime(at: number): string {
  const date = new Date(at)
  const local = new Date(at - date.getTimezoneOffset() * 60_000).toISOString()
  return `${formatTime(local)}, ${formatDate(local)}`
}
