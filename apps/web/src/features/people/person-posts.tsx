import type { Appointment } from '@bantin/shared/people'
import { Link } from 'wouter'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useOrganizationText } from '../../lib/i18n/site/use-organization-text.ts'
import { sitePaths } from '../../lib/paths.ts'
import { sayDays } from '../../lib/say-days.ts'
import styles from './person-posts.module.css'

/** Posts that somebody holds, held or will hold, under one heading; nothing where there are none. */
export function PersonPosts({ heading, posts }: { heading: string; posts: readonly Appointment[] }) {
  const words = useOrganizationText().person
  const locale = useLocale()
  if (posts.length === 0) return null
  return (
    <section className={styles.posts}>
      <h2 className={styles.heading}>{heading}</h2>
      <ul className={styles.list}>
        {posts.map((held) => (
          <li key={held.id}>
            <span lang="vi">
              {held.post}, <Link href={sitePaths(locale).unit(held.unit.slug)}>{held.unit.name}</Link>
            </span>{' '}
            <span className={styles.days}>{[words.kinds[held.kind], sayDays(held, words.days, locale)].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
