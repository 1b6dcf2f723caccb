import { Link } from 'wouter'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { sitePaths } from '../../lib/paths.ts'
import { usePageHead } from '../use-page-head.ts'
import styles from './message-page.module.css'

/** There is nothing at this address: it never was, or `removed`, it was taken down, or `closed`, a link that opens nothing (any more). */
export function NotFoundPage({ removed = false, closed = false }: { removed?: boolean; closed?: boolean }) {
  const words = useSiteText()
  const title = removed ? words.article.removedTitle : closed ? words.closedLink.title : words.notFound.title
  usePageHead(title)
  return (
    <div className={styles.message}>
      <h1 className={styles.title}>{title}</h1>
      <p>{removed ? words.article.removed : closed ? words.closedLink.text : words.notFound.text}</p>
      <p>
        <Link className={styles.cure} href={sitePaths(useLocale()).home}>
          {words.notFound.cure}
        </Link>
      </p>
    </div>
  )
}
