import type { Actor, PublishingPolicy } from '@bantin/shared/permissions'
import { type ReactNode, useEffect, useRef } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { useAsking } from '../ask/use-asking.ts'
import { VerbDialog } from '../ask/verb-dialog.tsx'
import { ArticleConflict } from '../conflict/article-conflict.tsx'
import { CopyNotices } from '../drafts/copy-notices.tsx'
import { dayOf } from '../titles/day-of.ts'
import { LendPeople } from '../titles/lend-people.tsx'
import { Translations } from '../translations/translations.tsx'
import { offerOf } from '../verbs/offer.ts'
import { ArticleBar } from './article-bar.tsx'
import { ArticleDetails } from './article-details.tsx'
import styles from './article-form.module.css'
import { ArticleLife } from './article-life.tsx'
import { ReadingDetails, ReadingTexts } from './article-reading.tsx'
import { ArticleStanding } from './article-standing.tsx'
import { ArticleTexts } from './article-texts.tsx'
import type { ArticleChoices } from './choices.ts'
import type { ArticleDesk } from './use-article-desk.ts'
import { useAutosave } from './use-autosave.ts'
import type { FormProblem } from './validate.ts'

/** What the form needs of the site. */
export interface ArticleSite {
  /** How many people a new article will need, as far as it is known before the first save. */
  policyFor: (unitPath: string[], categoryIds: string[]) => PublishingPolicy
  /** The languages in which the site has articles, by their tags. */
  locales: readonly string[]
  /** The zone that times are chosen in. */
  timeZone: string
}

export interface ArticleFormProps {
  desk: ArticleDesk
  choices: ArticleChoices
  actor: Actor
  /** The owner unit and its parents, for an article that is not there yet. */
  unitPathOf: (unitId: string) => string[]
  site: ArticleSite
  back: ReactNode
  /** The link to another article's page here. */
  articleLink: (id: string, text: string) => ReactNode
}

/** One article: its text in the middle, what belongs to it beside, its state and buttons always in sight. A table of contents of panels. */
export function ArticleForm({ desk, choices, actor, unitPathOf, site, back, articleLink }: ArticleFormProps) {
  const words = useDeskText().form
  const { form, problems } = desk
  const { article, values, dirty } = form
  const formRef = useProblemFocus(problems)
  const actionsRef = useRef<HTMLElement>(null)
  const asking = useAsking(desk)
  const unitPath = unitPathOf(values.unitId)
  const offer = offerOf(actor, article, { unitPath, policy: site.policyFor(unitPath, values.categoryIds) }, dirty.length > 0)
  const { editable } = offer
  // While a question about the text is open, nothing comes into it unseen.
  useAutosave(desk, editable && asking.verb === null)
  const day = dayOf(values, article, site.timeZone)
  const stood = { desk, offer, onPress: asking.press, timeZone: site.timeZone }
  return (
    <div ref={formRef} className={styles.form}>
      {editable ? (
        <h1 className={styles.heading}>
          <VisuallyHidden>{article?.title ?? words.newTitle}</VisuallyHidden>
        </h1>
      ) : null}
      <ArticleBar {...stood} back={back} actionsRef={actionsRef} />
      <ArticleStanding {...stood} asking={asking.verb !== null} />
      {editable ? <CopyNotices form={form} copies={desk.copies} choices={choices} goOn={actionsRef} /> : null}
      <div className={styles.columns}>
        <LendPeople day={day}>{editable ? <ArticleTexts form={form} problems={problems} /> : <ReadingTexts values={values} />}</LendPeople>
        <aside className={styles.aside} aria-label={words.details}>
          {editable ? (
            <ArticleDetails form={form} choices={choices} problems={problems} day={day} />
          ) : (
            <ReadingDetails values={values} choices={choices} />
          )}
          {article ? <Translations article={article} site={site} genres={choices.genres} actor={actor} articleLink={articleLink} /> : null}
          {article ? <ArticleLife {...stood} article={article} articleLink={articleLink} /> : null}
        </aside>
      </div>
      {asking.verb ? <VerbDialog key={asking.verb} verb={asking.verb} desk={desk} timeZone={site.timeZone} asking={asking} /> : null}
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
