import type { Person } from '@bantin/shared/people'
import { useQuery } from '@tanstack/react-query'
import { usePageView } from '../../features/analytics/use-page-view.ts'
import { personQuery } from '../../features/people/people.api.ts'
import { PersonPosts } from '../../features/people/person-posts.tsx'
import { WonAwards } from '../../features/units/won-awards.tsx'
import { useOrganizationText } from '../../lib/i18n/site/use-organization-text.ts'
import { usePageHead } from '../use-page-head.ts'
import { ArticleFeed } from './article-feed.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { PageHeading } from './page-heading.tsx'
import { PageWaiting } from './page-waiting.tsx'
import styles from './person-page.module.css'

interface PersonPageProps {
  slug: string
  after: string | undefined
  path: string
}

/** Somebody with the posts of today, those before, and the articles whose texts name him. */
export function PersonPage({ slug, after, path }: PersonPageProps) {
  const { data, error, refetch } = useQuery(personQuery(slug))
  const person = data && 'found' in data ? data.found : undefined
  usePageHead(person?.name, path)
  usePageView(person !== undefined, path)
  if (!data) return <PageWaiting error={error} onRetry={() => void refetch()} />
  return person ? <FoundPerson person={person} after={after} path={path} /> : <NotFoundPage />
}

function FoundPerson({ person, after, path }: { person: Person; after: string | undefined; path: string }) {
  const { person: words, emulation } = useOrganizationText()
  const { photo, appointments, awards } = person
  return (
    <>
      <PageHeading title={person.name} lang="vi">
        {photo ? (
          <img className={styles.photo} src={photo.src} srcSet={photo.srcset || undefined} sizes="10rem" alt={photo.alt || person.name} />
        ) : null}
        {person.bio ? <p lang="vi">{person.bio}</p> : null}
      </PageHeading>
      <div className={styles.posts}>
        <PersonPosts heading={words.now} posts={appointments.filter(({ current }) => current)} />
        <PersonPosts heading={words.others} posts={appointments.filter(({ current }) => !current)} />
        {awards.length > 0 ? (
          <section className={styles.awards}>
            <h2 className={styles.subheading}>{emulation.awards}</h2>
            <WonAwards awards={awards} />
          </section>
        ) : null}
      </div>
      <h2 className={styles.heading}>{words.articles}</h2>
      <ArticleFeed filter={{ person: person.slug }} after={after} path={path} heading="h3" />
    </>
  )
}
