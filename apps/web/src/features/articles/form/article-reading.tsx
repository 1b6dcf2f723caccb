import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import type { ReactNode } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { fieldLines } from '../conflict/field-text.ts'
import { StateBadge } from '../state-badge.tsx'
import { PublicFacts } from '../verbs/public-facts.tsx'
import styles from './article-reading.module.css'
import { fieldNames, valuesOf } from './article-values.ts'
import type { ArticleChoices } from './choices.ts'

/** An article for those who may read it here and not change it. */
export function ArticleReading({ article, choices, back }: { article: EditorialArticle; choices: ArticleChoices; back: ReactNode }) {
  const words = useDeskText().form
  const values = valuesOf(article)
  return (
    <article className={styles.reading}>
      <div className={styles.bar}>
        {back}
        <StateBadge states={article} />
      </div>
      <p className={styles.notice}>{words.readOnly}</p>
      <h1>{article.title}</h1>
      <PublicFacts article={article} />
      <dl className={styles.fields}>
        {fieldNames
          .filter((name) => name !== 'title')
          .map((name) => ({ name, lines: fieldLines(name, values, choices, words).filter((line) => line !== '') }))
          .filter(({ lines }) => lines.length > 0)
          .map(({ name, lines }) => (
            <div key={name}>
              <dt>{words.fieldName(name)}</dt>
              {[...lines.entries()].map(([place, line]) => (
                <dd key={place}>{line}</dd>
              ))}
            </div>
          ))}
      </dl>
    </article>
  )
}
