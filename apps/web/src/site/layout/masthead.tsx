import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { summaryQuery } from '../../features/analytics/analytics.api.ts'
import { SearchBox } from '../../features/search/search-box.tsx'
import { SearchSign } from '../../features/search/search-sign.tsx'
import { siteQuery } from '../../features/site/site.api.ts'
import { formatDay } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { deskPaths, mirrorPath, sitePaths } from '../../lib/paths.ts'
import { useAddressQuery } from '../../lib/use-address-query.ts'
import styles from './masthead.module.css'

/** Today's date, the other language, the editors' door, whose site this is, how it is searched, and in which language it writes if not in the reader's. */
export function Masthead({ path }: { path: string }) {
  const locale = useLocale()
  const words = useSiteText()
  const { data: site } = useQuery(siteQuery())
  const other = locale === 'vi' ? 'en' : 'vi'
  const paths = sitePaths(locale)
  // The page has a larger box of its own, and is the same search in the other language.
  const isSearch = path === paths.search
  const query = useAddressQuery()
  return (
    <header className={styles.masthead}>
      <div className={styles.strip}>
        <Today />
        <Link className={styles.door} href={mirrorPath(path, other) + (isSearch ? query : '')} lang={other} hrefLang={other}>
          {words.otherLanguage}
        </Link>
        <a className={styles.door} href={deskPaths.login}>
          {words.login}
        </a>
      </div>
      <div className={styles.row}>
        <Link className={styles.brand} href={paths.home}>
          {site?.logo ? <img className={styles.logo} {...site.logo} alt="" /> : null}
          <span className={styles.names}>
            {site?.rootUnit ? <span className={styles.publisher}>{site.rootUnit.name}</span> : null}
            <span className={styles.name}>{site?.name ?? words.home}</span>
          </span>
        </Link>
        {isSearch ? null : <ToSearch />}
      </div>
      {words.articlesAre ? <p className={styles.note}>{words.articlesAre}</p> : null}
    </header>
  )
}

/** The box; where there is no room for it, the way to the page that is one. */
function ToSearch() {
  const words = useSiteText().search
  return (
    <>
      <Link className={styles.toSearch} href={sitePaths(useLocale()).search} aria-label={words.heading}>
        <SearchSign />
      </Link>
      <div className={styles.box}>
        <SearchBox />
      </div>
    </>
  )
}

/** The day at the site as the API tells it: the device's clock and zone may be anything. */
function Today() {
  const locale = useLocale()
  const { data } = useQuery(summaryQuery())
  return <p className={styles.today}>{data ? <time dateTime={data.asOf.slice(0, 10)}>{formatDay(data.asOf, locale)}</time> : null}</p>
}
