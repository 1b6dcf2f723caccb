import type { Actor } from '@bantin/shared/permissions'
import { type ReactNode, useEffect, useRef } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { ArticleConflict } from '../conflict/article-conflict.tsx'
import { CopyNotices } from '../drafts/copy-notices.tsx'
import { availableVerbs } from '../verbs/available-verbs.ts'
import { MoreVerbs } from '../verbs/more-verbs.tsx'
import { OutcomeLine } from '../verbs/outcome-line.tsx'
import { PublicFacts } from '../verbs/public-facts.tsx'
import { ArticleBar } from './article-bar.tsx'
import { ArticleDetails } from './article-details.tsx'
import styles from './article-form.module.css'
import { ArticleTexts } from './article-texts.tsx'
import type { ArticleChoices } from './choices.ts'
import { SaveNotice } from './save-notice.tsx'
import type { ArticleDesk } from './use-article-desk.ts'
import type { FormProblem } from './validate.ts'

export interface ArticleFormProps {
  desk: ArticleDesk
  choices: ArticleChoices
  actor: Actor
  /** The owner unit and its parents, for an article that is not there yet. */
  unitPathOf: (unitId: string) => string[]
  back: ReactNode
}

/** The form of an article: its text in the middle, what belongs to it beside, its state and buttons always in sight. */
export function ArticleForm({ desk, choices, actor, unitPathOf, back }: ArticleFormProps) {
  const words = useDeskText()
  const { form, verbs, problems } = desk
  const { article, values, dirty } = form
  const formRef = useProblemFocus(problems)
  const subject = article ?? {
    workState: 'draft' as const,
    publicState: 'none' as const,
    unitPath: unitPathOf(values.unitId),
    createdBy: actor.userId,
  }
  const actionsRef = useRef<HTMLElement>(null)
  const available = availableVerbs(actor, subject, dirty.length > 0)
  return (
    <div ref={formRef} className={styles.form}>
      <h1 className={styles.heading}>
        <VisuallyHidden>{article?.title ?? words.form.newTitle}</VisuallyHidden>
      </h1>
      <ArticleBar desk={desk} available={available} back={back} actionsRef={actionsRef} />
      <div className={styles.answers}>
        <OutcomeLine outcome={verbs.outcome} onClose={verbs.dismiss} />
        <SaveNotice error={desk.error} onRetry={() => void desk.save()} />
      </div>
      <CopyNotices form={form} copies={desk.copies} choices={choices} goOn={actionsRef} />
      <div className={styles.columns}>
        <ArticleTexts form={form} problems={problems} />
        <aside className={styles.aside} aria-label={words.form.details}>
          <ArticleDetails form={form} choices={choices} problems={problems} />
          {article ? (
            <section className={styles.public} aria-label={words.verbs.actions}>
              <PublicFacts article={article} />
              <MoreVerbs available={available} verbs={verbs} holdReason={desk.holdReason} />
            </section>
          ) : null}
        </aside>
      </div>
      <ArticleConflict desk={desk} choices={choices} />
    </div>
  )
}

/** A check that finds something goes to the first such field, which says what is wrong; each time anew. */
function useProblemFocus(problems: readonly FormProblem[]) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problems.length > 0) ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [problems])
  return ref
}
