import type { PasswordLink } from '@bantin/shared/users'
import { formatMoment } from '../../lib/format.ts'
import { useUsersText } from '../../lib/i18n/desk/use-users-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { LinkOnce } from '../../ui/link-once.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import styles from './link-made.module.css'

/** A link with which a password is set: to copy, to scan, and whether it was mailed too. */
export function LinkMade({ link, email }: { link: PasswordLink; email: string }) {
  const words = useUsersText().link
  const locale = useLocale()
  return (
    <div className={styles.made}>
      <LinkOnce url={link.url} until={words.until(formatMoment(link.expiresAt, locale))} />
      <QrCode text={link.url} label={words.qr} />
      <p>{link.isMailed ? words.mailed(email) : words.notMailed}</p>
    </div>
  )
}
