import { Outlet, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useSessionState } from '../../lib/use-session.ts'
import { EditorialNews } from '../news/editorial-news.tsx'
import { AccountMenu } from './account-menu.tsx'
import { Bell } from './bell.tsx'
import styles from './desk-shell.module.css'
import { PagesMenu } from './pages-menu.tsx'

/** The frame of the desk's pages. Who signs out leaves it; what is unsaved then stays on this device. */
export function DeskShell() {
  const words = useDeskText()
  const router = useRouter()
  const { status } = useSessionState()
  useEffect(() => {
    if (status === 'signedOut') void router.navigate({ to: '/dang-nhap', ignoreBlocker: true })
  }, [status, router])
  useFocusAfterNavigation()
  if (status !== 'signedIn' && status !== 'ended') return null
  return (
    <div className={styles.shell}>
      <EditorialNews />
      <a className={styles.skip} href="#main">
        {words.skip}
      </a>
      <header className={styles.header}>
        <PagesMenu />
        <Bell />
        <AccountMenu />
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}

/** A page that replaced the one with the focus receives it, so that the next Tab begins there and its name is read. */
function useFocusAfterNavigation(): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged }) => {
        const isLost = document.activeElement === document.body
        if (pathChanged && isLost) document.getElementById('main')?.focus({ preventScroll: true })
      }),
    [router],
  )
}
