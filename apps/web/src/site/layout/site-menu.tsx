import type { Site } from '@bantin/shared/site'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { categoriesQuery } from '../../features/categories/categories.api.ts'
import { siteQuery } from '../../features/site/site.api.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { sitePaths } from '../../lib/paths.ts'
import { type MenuItems, menuAt } from './menu-at.ts'
import { PageLink } from './page-link.tsx'
import styles from './site-menu.module.css'

/** The menu that editors have made, else the portal's sections. One line that scrolls sideways on a phone; it works without JavaScript. */
export function SiteMenu({ path }: { path: string }) {
  const words = useSiteText()
  const { data: site } = useQuery(siteQuery())
  const own = site ? menuAt(site, 'main') : []
  return (
    <nav aria-label={words.menu} className={styles.menu}>
      <ul className={styles.list}>{site && own.length > 0 ? <Own site={site} items={own} path={path} /> : <Sections path={path} />}</ul>
    </nav>
  )
}

function Own({ site, items, path }: { site: Site; items: MenuItems; path: string }) {
  return [...items.entries()].map(([place, { name, url }]) => (
    <li key={place}>
      <PageLink site={site} url={url} className={styles.link} path={path}>
        {name}
      </PageLink>
    </li>
  ))
}

function Sections({ path }: { path: string }) {
  const words = useSiteText()
  const paths = sitePaths(useLocale())
  const { data: categories = [] } = useQuery(categoriesQuery())
  const entries = [
    ...categories
      .filter(({ parentId }) => parentId === null)
      .map(({ slug, name }) => ({ href: paths.category(slug), name, lang: 'vi' as const })),
    { href: paths.units, name: words.units, lang: undefined },
  ]
  return entries.map(({ href, name, lang }) => (
    <li key={href}>
      <Link className={styles.link} href={href} lang={lang} aria-current={path === href ? 'page' : undefined}>
        {name}
      </Link>
    </li>
  ))
}
