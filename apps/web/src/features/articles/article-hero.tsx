import type { Picture } from '@bantin/shared/articles'
import styles from './article-hero.module.css'

/** How wide the picture is shown, for the browser's choice among widths. */
const heroSizes = '(min-width: 48rem) 43rem, 100vw'

/** The article's first picture with its caption and credit. */
export function ArticleHero({ picture, lang }: { picture: Picture; lang: string }) {
  const { src, srcset, avifSrcset, width, height, alt, caption, credit } = picture
  return (
    <figure className={styles.figure} lang={lang}>
      <picture>
        {avifSrcset ? <source type="image/avif" srcSet={avifSrcset} sizes={heroSizes} /> : null}
        <img
          className={styles.picture}
          src={src}
          {...(srcset ? { srcSet: srcset, sizes: heroSizes } : {})}
          width={width}
          height={height}
          alt={alt}
          fetchPriority="high"
        />
      </picture>
      {caption || credit ? (
        <figcaption className={styles.caption}>
          {caption} {credit ? <span className={styles.credit}>({credit})</span> : null}
        </figcaption>
      ) : null}
    </figure>
  )
}

/** The file of the picture that the page asks for first: the browser would choose the same. */
export function heroPreload({ src, srcset, avifSrcset }: Picture): { type?: string; src: string; srcset: string; sizes: string } {
  // A browser that does not know the type asks for nothing in advance.
  return avifSrcset ? { type: 'image/avif', src, srcset: avifSrcset, sizes: heroSizes } : { src, srcset, sizes: heroSizes }
}
