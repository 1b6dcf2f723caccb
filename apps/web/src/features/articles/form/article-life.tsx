import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import type { ReactNode } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import type { DeskVerb } from '../verbs/available-verbs.ts'
import { MoreVerbs } from '../verbs/more-verbs.tsx'
import type { Offer } from '../verbs/offer.ts'
import { PublicFacts } from '../verbs/public-facts.tsx'
import styles from './article-form.module.css'
import type { ArticleDesk } from './use-article-desk.ts'

interface ArticleLifeProps {
  article: EditorialArticle
  desk: ArticleDesk
  offer: Offer
  onPress: (verb: DeskVerb) => void
  articleLink: (id: string, text: string) => ReactNode
}

/** What readers have of the article, who works on it, and what is done with it rarely. */
export function ArticleLife({ article, desk, offer, onPress, articleLink }: ArticleLifeProps) {
  const words = useDeskText().verbs
  const { saving, verbs, holdReason } = desk
  return (
    <section className={styles.life} aria-label={words.actions}>
      <PublicFacts article={article} articleLink={articleLink} />
      <MoreVerbs places={offer.places} busy={saving || verbs.pending} onPress={onPress} holdReason={holdReason} />
    </section>
  )
}
