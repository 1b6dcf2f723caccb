import type { ReactNode, RefObject } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { StateBadge } from '../state-badge.tsx'
import type { DeskVerb } from '../verbs/available-verbs.ts'
import type { Offer } from '../verbs/offer.ts'
import { secondPersonId } from '../verbs/state-notices.tsx'
import styles from './article-bar.module.css'
import { SaveState } from './save-state.tsx'
import type { ArticleDesk } from './use-article-desk.ts'

interface ArticleBarProps {
  desk: ArticleDesk
  offer: Offer
  onPress: (verb: DeskVerb) => void
  /** The way back to the list. */
  back: ReactNode
  /** The group of buttons, where the focus goes on from when what held it has left the page. */
  actionsRef: RefObject<HTMLElement | null>
}

/** Stays in sight: where the article stands and what is done with it next. On a phone the buttons are at the thumb. */
export function ArticleBar({ back, ...parts }: ArticleBarProps) {
  const { form, kept, running, failed } = parts.desk
  const { article, dirty } = form
  return (
    <div className={styles.bar}>
      <div className={styles.facts}>
        {back}
        <StateBadge states={article ?? { workState: 'draft', publicState: 'none', publishAt: null, returned: null }} />
        <SaveState running={running} unsaved={dirty.length > 0} kept={kept} failed={failed} savedAt={article?.updatedAt ?? null} />
      </div>
      <BarActions {...parts} />
    </div>
  )
}

function BarActions({ desk, offer, onPress, actionsRef }: Omit<ArticleBarProps, 'back'>) {
  const words = useDeskText()
  const { form, saving, verbs } = desk
  const busy = saving || verbs.pending
  const { editable, waitsForSecond } = offer
  const { next, beside } = offer.places
  const isFirst = (form.article?.edition ?? null) === null
  const nameOf = (verb: DeskVerb) => (verb === 'publish' && !isFirst ? words.verbs.publishAgain : words.verbs.names[verb])
  const approve = form.article?.workState === 'in_review' ? 'approve' : 'approveAfterwards'
  return (
    <section ref={actionsRef} className={styles.actions} aria-label={words.verbs.bar} tabIndex={-1}>
      {editable ? (
        <Button
          variant={next || form.dirty.length === 0 ? 'plain' : 'primary'}
          busy={busy}
          onClick={() => void desk.save()}
          title={words.form.saveKey}
          aria-keyshortcuts="Control+S"
        >
          {words.form.save}
        </Button>
      ) : null}
      {next ? (
        <Button variant="primary" busy={busy} onClick={() => onPress(next)}>
          {nameOf(next)}
        </Button>
      ) : null}
      {waitsForSecond ? (
        <Button busy aria-describedby={secondPersonId}>
          {nameOf(approve)}
        </Button>
      ) : null}
      {beside.map((verb) => (
        <Button key={verb} variant={verb === 'hold' ? 'danger' : 'plain'} busy={busy} onClick={() => onPress(verb)}>
          {nameOf(verb)}
        </Button>
      ))}
    </section>
  )
}
