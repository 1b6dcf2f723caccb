import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { categoriesQuery } from '../../features/categories/categories.api.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { sitePaths } from '../../lib/paths.ts'
import styles from './site-menu.module.css'

/** The portal's sections. One line that scrolls sideways on a phone; it works without JavaScript. */
export function SiteMenu({ path }: { path: string }) {
  const words = useSiteText()
  const paths = sitePaths(useLocale())
  const { data: categories = [] } = useQuery(categoriesQuery())
  const entries = [
    ...categories
      .filter(({ parentId }) => parentId === null)
      .map(({ slug, name }) => ({ href: paths.category(slug), name, lang: 'vi' as const })),
    { href: paths.units, name: words.units, lang: undefined },
  ]
  return (
    <nav aria-label={words.menu} className={styles.menu}>
      <ul className={styles.list}>
        {entries.map(({ href, name, lang }) => (
          <li key={href}>
            <Link className={styles.link} href={href} lang={lang} aria-current={path === href ? 'page' : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
