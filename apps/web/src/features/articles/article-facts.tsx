import { Fragment, type ReactNode } from 'react'
import { Link } from 'wouter'
import { formatDateRange } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { sitePaths } from '../../lib/paths.ts'
import styles from './article-facts.module.css'
import type { PublicArticle, ShownText } from './articles.api.ts'

/** Event, place, units, people, tags and source; `children` say which edition or revision this is. */
export function ArticleFacts({ article, children }: { article: ShownText; children: ReactNode }) {
  const words = useSiteText().article
  const locale = useLocale()
  const { event, units, appointments = [], tags, source, locale: lang } = article
  return (
    <section aria-label={words.facts} className={styles.facts}>
      <dl className={styles.list}>
        {event ? <Fact name={words.eventDate}>{formatDateRange(event.startsOn, event.endsOn, locale)}</Fact> : null}
        {event?.place ? (
          <Fact name={words.eventPlace} lang={lang}>
            {event.place}
          </Fact>
        ) : null}
        {units.length > 0 ? (
          <Fact name={words.units}>
            <UnitLinks units={units} />
          </Fact>
        ) : null}
        {appointments.length > 0 ? (
          <Fact name={words.people}>
            <PersonLinks appointments={appointments} />
          </Fact>
        ) : null}
        {tags.length > 0 ? (
          <Fact name={words.tags} lang={lang}>
            <TagLinks tags={tags} />
          </Fact>
        ) : null}
        {source ? (
          <Fact name={words.source} lang={lang}>
            {source.url ? <a href={source.url}>{source.name}</a> : source.name}
            {source.author ? `, ${source.author}` : null}
          </Fact>
        ) : null}
      </dl>
      <p className={styles.edition}>{children}</p>
    </section>
  )
}

/** Which edition this is, with its hash. */
export function EditionRecord({ article }: { article: PublicArticle }) {
  const words = useSiteText().article
  return (
    <>
      {words.edition(article.edition)} · {words.hash}: <code className={styles.hash}>{article.hash}</code>
    </>
  )
}

function UnitLinks({ units }: { units: ShownText['units'] }) {
  const locale = useLocale()
  return (
    <ul className={styles.links}>
      {units.map(({ id, slug, name, successors = [] }) => (
        <li key={id}>
          <Link href={sitePaths(locale).unit(slug)}>{name}</Link>
          {successors.length > 0 ? <Successors units={successors} /> : null}
        </li>
      ))}
    </ul>
  )
}

/** Whom the text names, with the titles of its day. */
function PersonLinks({ appointments }: { appointments: PublicArticle['appointments'] }) {
  const paths = sitePaths(useLocale())
  return (
    <ul className={styles.links} lang="vi">
      {appointments.map(({ id, name, post, unit, url }) => (
        <li key={id}>
          <Link href={paths.person(url.slice(url.lastIndexOf('/') + 1))}>{name}</Link>, {post},{' '}
          <Link href={paths.unit(unit.slug)}>{unit.name}</Link>
        </li>
      ))}
    </ul>
  )
}

/** What a unit that has ended is today. */
function Successors({ units }: { units: { id: string; slug: string; name: string }[] }) {
  const words = useSiteText().article
  const locale = useLocale()
  return (
    <span className={styles.became}>
      {' '}
      ({words.nowCalled}{' '}
      {units.map(({ id, slug, name }, index) => (
        <Fragment key={id}>
          {index > 0 ? ', ' : null}
          <Link href={sitePaths(locale).unit(slug)}>{name}</Link>
        </Fragment>
      ))}
      )
    </span>
  )
}

function TagLinks({ tags }: { tags: ShownText['tags'] }) {
  const locale = useLocale()
  return (
    <ul className={`${styles.links} ${styles.row}`}>
      {tags.map(({ id, slug, name }) => (
        <li key={id}>
          <Link href={sitePaths(locale).tag(slug)}>{name}</Link>
        </li>
      ))}
    </ul>
  )
}

function Fact({ name, lang, children }: { name: string; lang?: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt className={styles.name}>{name}</dt>
      <dd lang={lang}>{children}</dd>
    </div>
  )
}
