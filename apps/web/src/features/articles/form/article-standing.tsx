import type { DeskVerb } from '../verbs/available-verbs.ts'
import type { Offer } from '../verbs/offer.ts'
import { OutcomeLine } from '../verbs/outcome-line.tsx'
import { StateNotices } from '../verbs/state-notices.tsx'
import styles from './article-form.module.css'
import { MergedNotice } from './merged-notice.tsx'
import { SaveNotice } from './save-notice.tsx'
import type { ArticleDesk } from './use-article-desk.ts'

interface ArticleStandingProps {
  desk: ArticleDesk
  offer: Offer
  onPress: (verb: DeskVerb) => void
  timeZone: string
  /** A dialog is open, which then says itself what came of its verb. */
  asking: boolean
}

/** What came of the last verb or save, and what is to be known about where the article stands. */
export function ArticleStanding({ desk, offer, onPress, timeZone, asking }: ArticleStandingProps) {
  const { form, saving, verbs } = desk
  const { article, dirty } = form
  return (
    <>
      <div className={styles.answers}>
        <OutcomeLine outcome={asking ? null : verbs.outcome} onClose={verbs.dismiss} />
        <MergedNotice merged={desk.isPutOff ? null : desk.merged} onClose={desk.closeMerged} />
        <SaveNotice error={desk.error} onRetry={() => void desk.save()} />
      </div>
      {article ? (
        <StateNotices
          article={article}
          available={offer.available}
          waitsForSecond={offer.waitsForSecond}
          unsaved={dirty.length > 0}
          timeZone={timeZone}
          busy={saving || verbs.pending}
          onPress={onPress}
        />
      ) : null}
    </>
  )
}
