import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { summaryQuery } from '../../features/analytics/analytics.api.ts'
import { siteQuery } from '../../features/site/site.api.ts'
import { formatDay } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { deskPaths, mirrorPath, sitePaths } from '../../lib/paths.ts'
import styles from './masthead.module.css'

/** Today's date, the other language, the editors' door, whose site this is, and in which language it writes if not in the reader's. */
export function Masthead({ path }: { path: string }) {
  const locale = useLocale()
  const words = useSiteText()
  const { data: site } = useQuery(siteQuery())
  const other = locale === 'vi' ? 'en' : 'vi'
  return (
    <header className={styles.masthead}>
      <div className={styles.strip}>
        <Today />
        <Link className={styles.door} href={mirrorPath(path, other)} lang={other} hrefLang={other}>
          {words.otherLanguage}
        </Link>
        <a className={styles.door} href={deskPaths.login}>
          {words.login}
        </a>
      </div>
      <Link className={styles.brand} href={sitePaths(locale).home}>
        {site?.logo ? <img className={styles.logo} {...site.logo} alt="" /> : null}
        <span className={styles.names}>
          {site?.rootUnit ? <span className={styles.publisher}>{site.rootUnit.name}</span> : null}
          <span className={styles.name}>{site?.name ?? words.home}</span>
        </span>
      </Link>
      {words.articlesAre ? <p className={styles.note}>{words.articlesAre}</p> : null}
    </header>
  )
}

/** The day at the site as the API tells it: the device's clock and zone may be anything. */
function Today() {
  const locale = useLocale()
  const { data } = useQuery(summaryQuery())
  return <p className={styles.today}>{data ? <time dateTime={data.asOf.slice(0, 10)}>{formatDay(data.asOf, locale)}</time> : null}</p>
}
