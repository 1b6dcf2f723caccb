import type { ReactNode } from 'react'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { Masthead } from './masthead.tsx'
import { SiteAlerts } from './site-alerts.tsx'
import { SiteFooter } from './site-footer.tsx'
import styles from './site-layout.module.css'
import { SiteMenu } from './site-menu.tsx'

/** The frame of every page: alerts, masthead, menu, content, footer. */
export function SiteLayout({ path, children }: { path: string; children: ReactNode }) {
  const words = useSiteText()
  return (
    <>
      <a className={styles.skip} href="#noi-dung">
        {words.skip}
      </a>
      <SiteAlerts />
      <Masthead path={path} />
      <SiteMenu path={path} />
      <main id="noi-dung" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <SiteFooter />
    </>
  )
}
