import { Link } from '@tanstack/react-router'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { Icon } from '../../ui/icon.tsx'
import styles from './back-to-list.module.css'

/** The way from an article to the list. */
export function BackToList() {
  const words = useDeskText().form
  return (
    <Link to="/ban-bien-tap/bai" className={styles.back}>
      <Icon name="back" />
      <span className={styles.name}>{words.back}</span>
    </Link>
  )
}
