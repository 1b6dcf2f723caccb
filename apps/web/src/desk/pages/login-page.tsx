import { useSearch } from '@tanstack/react-router'
import { SignInForm } from '../../features/auth/sign-in-form.tsx'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { useDeskLocale } from '../locale.ts'
import styles from './login-page.module.css'
import { readLoginSearch } from './login-search.ts'
import { useDoor } from './use-door.ts'
import { useTitle } from './use-title.ts'

/** The editors' door. Whoever is signed in already goes on to where he wanted. */
export function LoginPage() {
  const words = useDeskText()
  // The router hands on what it does not know, unread; it is read here.
  const { tiep } = readLoginSearch({ ...useSearch({ from: '/dang-nhap' }) })
  const [locale, setLocale] = useDeskLocale()
  useTitle(words.login.title)
  const door = useDoor(tiep ?? '/ban-bien-tap')
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{words.desk}</h1>
      <p className={styles.lead}>{words.login.lead}</p>
      {door.error ? <ErrorNotice error={door.error} onRetry={door.retry} /> : null}
      <SignInForm />
      <p className={styles.ways}>
        <a href="/">{words.site}</a>
        <button
          type="button"
          className={styles.language}
          lang={locale === 'vi' ? 'en' : 'vi'}
          onClick={() => setLocale(locale === 'vi' ? 'en' : 'vi')}
        >
          {words.language}
        </button>
      </p>
    </main>
  )
}
