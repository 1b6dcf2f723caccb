import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import styles from './message-page.module.css'

/** The server could not gather a page's content. Sent without scripts: the same address is simply opened again. */
export function FailurePage({ address }: { address: string }) {
  const words = useSiteText().failure
  return (
    <div className={styles.message}>
      <h1 className={styles.title}>{words.title}</h1>
      <p>{words.text}</p>
      <p>
        <a className={styles.cure} href={address}>
          {words.cure}
        </a>
      </p>
    </div>
  )
}
