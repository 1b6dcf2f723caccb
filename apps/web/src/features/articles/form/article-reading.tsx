import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { placeLines } from '../conflict/field-text.ts'
import { type PlainBlock, toPlainBlocks } from '../editor/plain-blocks.ts'
import styles from './article-reading.module.css'
import type { ArticleValues } from './article-values.ts'
import type { ArticleChoices } from './choices.ts'
import { HeroPicture } from './hero-picture.tsx'

/** The article's text for those who may not change it, or not now. */
export function ReadingTexts({ values }: { values: ArticleValues }) {
  const { title, kicker, sapo, body, heroMediaId } = values
  return (
    <article className={styles.texts}>
      {kicker ? <p className={styles.kicker}>{kicker}</p> : null}
      <h1>{title}</h1>
      {sapo ? <p className={styles.sapo}>{sapo}</p> : null}
      {heroMediaId ? <HeroPicture id={heroMediaId} /> : null}
      {toPlainBlocks(body).map((block) => (
        <ReadingBlock key={block.id} {...block} />
      ))}
    </article>
  )
}

function ReadingBlock({ kind, text }: PlainBlock) {
  if (kind === 'paragraph') return <p>{text}</p>
  const Block = kind === 'quote' ? 'blockquote' : kind
  return <Block>{text}</Block>
}

const details = ['unitId', 'categoryIds', 'units', 'bylines', 'event'] as const

/** What else is known of the article, by its names. */
export function ReadingDetails({ values, choices }: { values: ArticleValues; choices: ArticleChoices }) {
  const words = useDeskText().form
  return (
    <dl className={styles.fields}>
      {details
        .map((name) => ({ name, lines: placeLines(name, values, choices, words).filter((line) => line !== '') }))
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
  )
}
