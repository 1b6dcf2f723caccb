import type { Site } from '@bantin/shared/site'
import { useQuery } from '@tanstack/react-query'
import { VisitCounters } from '../../features/analytics/visit-counters.tsx'
import { siteQuery } from '../../features/site/site.api.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { menuAt } from './menu-at.ts'
import { PageLink } from './page-link.tsx'
import styles from './site-footer.module.css'

/** The counters, who answers for the site, and where else to go. */
export function SiteFooter() {
  const { data: site } = useQuery(siteQuery())
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <VisitCounters />
        {site ? <Imprint site={site} /> : null}
        {site ? <FooterMenu site={site} /> : null}
      </div>
    </footer>
  )
}

function Imprint({ site }: { site: Site }) {
  const words = useSiteText()
  const { address, phone, email } = site.contacts
  return (
    <div className={styles.imprint}>
      <p className={styles.name}>{site.name}</p>
      {site.rootUnit ? <p>{site.rootUnit.name}</p> : null}
      {site.responsiblePerson ? (
        <p>
          {words.footer.responsible}: {site.responsiblePerson}
        </p>
      ) : null}
      {site.licence ? (
        <p>
          {words.footer.licence}: {site.licence}
        </p>
      ) : null}
      {address ? <p>{address}</p> : null}
      {phone || email ? (
        <p>
          {phone ? <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a> : null}
          {phone && email ? ' · ' : null}
          {email ? <a href={`mailto:${email}`}>{email}</a> : null}
        </p>
      ) : null}
      {site.reuse ? <p className={styles.reuse}>{site.reuse}</p> : null}
    </div>
  )
}

/** The menu that editors have made for the foot of the pages. */
function FooterMenu({ site }: { site: Site }) {
  const words = useSiteText()
  const items = menuAt(site, 'footer')
  if (items.length === 0) return null
  return (
    <nav className={styles.menu} aria-label={words.footerMenu}>
      <ul className={styles.links}>
        {[...items.entries()].map(([place, { name, url }]) => (
          <li key={place}>
            <PageLink site={site} url={url}>
              {name}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
