import type { Client } from '@bantin/shared/clients'
import { usePortalsText } from '../../lib/i18n/desk/use-portals-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import styles from './portals.module.css'
import { sayBehind } from './say-behind.ts'

/** How far a portal is, in words and with a mark whose form tells who is behind without colour. */
export function BehindMark({ portal }: { portal: Client }) {
  const words = usePortalsText().behind
  const text = sayBehind(portal, words, useLocale(), Date.now())
  const { behind } = portal.acknowledgement
  const state = behind === null ? styles.unknown : behind > 0 ? styles.late : styles.current
  return (
    <span className={`${styles.state} ${state}`}>
      <span className={styles.mark} aria-hidden="true" />
      {text}
    </span>
  )
}
