import { useQuery } from '@tanstack/react-query'
import { siteQuery } from '../../features/site/site.api.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { PageLink } from './page-link.tsx'
import styles from './site-alerts.module.css'

/** What everybody has to know now, the worst first, above everything else. */
export function SiteAlerts() {
  const words = useSiteText()
  const lang = useLocale() === 'vi' ? undefined : 'vi'
  const { data: site } = useQuery(siteQuery())
  if (!site || site.alerts.length === 0) return null
  return (
    <aside aria-label={words.alerts}>
      {[...site.alerts.entries()].map(([place, { level, text, url }]) => (
        <div key={place} className={`${styles.alert} ${styles[level]}`}>
          <p className={styles.inner}>
            <strong>{words.alertLevels[level]}: </strong>
            {url ? (
              <PageLink site={site} url={url}>
                {text}
              </PageLink>
            ) : (
              <span lang={lang}>{text}</span>
            )}
          </p>
        </div>
      ))}
    </aside>
  )
}
