import type { Picture } from '@bantin/shared/articles'
import styles from './article-hero.module.css'

/** The `sizes` of an article's first picture: the page preloads it with the same. */
export const heroSizes = '(min-width: 48rem) 43rem, 100vw'

/** The article's first picture with its caption and credit. */
export function ArticleHero({ picture, lang }: { picture: Picture; lang: string }) {
  const { src, srcset, width, height, alt, caption, credit } = picture
  return (
    <figure className={styles.figure} lang={lang}>
      <img
        className={styles.picture}
        src={src}
        srcSet={srcset}
        sizes={heroSizes}
        width={width}
        height={height}
        alt={alt}
        fetchPriority="high"
      />
      {caption || credit ? (
        <figcaption className={styles.caption}>
          {caption} {credit ? <span className={styles.credit}>({credit})</span> : null}
        </figcaption>
      ) : null}
    </figure>
  )
}
