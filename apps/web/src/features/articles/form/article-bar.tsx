import type { Verb } from '@bantin/shared/lifecycle'
import { type ReactNode, type RefObject, useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { StateBadge } from '../state-badge.tsx'
import { PublishDialog } from '../verbs/publish-dialog.tsx'
import styles from './article-bar.module.css'
import { SaveState } from './save-state.tsx'
import type { ArticleDesk } from './use-article-desk.ts'

interface ArticleBarProps {
  desk: ArticleDesk
  available: readonly Verb[]
  /** The way back to the list. */
  back: ReactNode
  /** The group of buttons, where the focus goes on from when what held it has left the page. */
  actionsRef: RefObject<HTMLElement | null>
}

/** Stays in sight: where the article stands and what is done with it most. On a phone the buttons are at the thumb. */
export function ArticleBar({ desk, available, back, actionsRef }: ArticleBarProps) {
  const { form, saving, error, kept } = desk
  const { article, dirty } = form
  return (
    <div className={styles.bar}>
      <div className={styles.facts}>
        {back}
        <StateBadge states={article ?? { workState: 'draft', publicState: 'none' }} />
        <SaveState saving={saving} unsaved={dirty.length > 0} kept={kept} failed={Boolean(error)} savedAt={article?.updatedAt ?? null} />
      </div>
      <BarActions desk={desk} available={available} actionsRef={actionsRef} />
    </div>
  )
}

function BarActions({ desk, available, actionsRef }: Omit<ArticleBarProps, 'back'>) {
  const words = useDeskText()
  const { form, saving, verbs } = desk
  const busy = saving || verbs.pending
  const canPublish = available.includes('publish')
  return (
    <section ref={actionsRef} className={styles.actions} aria-label={words.verbs.bar} tabIndex={-1}>
      <Button
        variant={canPublish || form.dirty.length === 0 ? 'plain' : 'primary'}
        busy={busy}
        onClick={() => void desk.save()}
        title={words.form.saveKey}
        aria-keyshortcuts="Control+S"
      >
        {words.form.save}
      </Button>
      {canPublish ? <PublishButton desk={desk} busy={busy} /> : null}
      {available.includes('putBack') ? (
        <Button busy={busy} onClick={() => void verbs.putBack()}>
          {words.verbs.putBack}
        </Button>
      ) : null}
      {available.includes('hold') ? (
        <Button variant="danger" busy={busy} onClick={() => void verbs.hold(desk.holdReason.current)}>
          {words.verbs.hold}
        </Button>
      ) : null}
    </section>
  )
}

function PublishButton({ desk, busy }: { desk: ArticleDesk; busy: boolean }) {
  const words = useDeskText().verbs
  const [asking, setAsking] = useState(false)
  const { article, dirty } = desk.form
  return (
    <>
      <Button variant="primary" busy={busy} onClick={() => setAsking(desk.checkForPublishing())}>
        {(article?.edition ?? null) === null ? words.publish : words.publishAgain}
      </Button>
      {asking ? (
        <PublishDialog
          article={article}
          unsaved={dirty.length > 0}
          onClose={() => setAsking(false)}
          onPublish={(input) => {
            setAsking(false)
            void desk.verbs.publish(input)
          }}
        />
      ) : null}
    </>
  )
}
