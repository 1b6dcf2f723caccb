import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { usePublicArticles } from '../../features/articles/use-public-articles.ts'
import { homeQuery } from '../../features/home/home.api.ts'
import { type HomeSearch, readHomeSearch } from '../../features/home/home-search.ts'
import { HomeSlots, HomeSlotsRead } from '../../features/home/home-slots.tsx'
import { siteQuery } from '../../features/site/site.api.ts'
import { useHomeText } from '../../lib/i18n/desk/use-home-text.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Outline } from '../../ui/paged-list.tsx'
import { useSitePermission } from '../use-site-permission.ts'
import { AlertsPart } from './alerts-part.tsx'
import styles from './list-page.module.css'
import { Permitted } from './permitted.tsx'
import { useTitle } from './use-title.ts'

/** What leads the home page, and the alerts above all pages. */
export function HomePage() {
  const words = useHomeText()
  useTitle(words.title)
  // The router hands on what it does not know, unread; it is read here.
  const search = readHomeSearch({ ...useSearch({ from: '/ban-bien-tap/trang-chu' }) })
  return (
    <Permitted action="home.read">
      <div className={styles.page}>
        <h1>{words.title}</h1>
        <Views />
        {search.xem === 'thong-bao' ? <AlertsPart /> : <Leading />}
      </div>
    </Permitted>
  )
}

function Views() {
  const { tabs } = useHomeText()
  const views: { name: string; search: HomeSearch }[] = [
    { name: tabs.home, search: {} },
    { name: tabs.alerts, search: { xem: 'thong-bao' } },
  ]
  return (
    <nav className={styles.views} aria-label={tabs.label}>
      {views.map((view) => (
        <Link key={view.name} to="/ban-bien-tap/trang-chu" search={view.search} activeOptions={{ exact: true }} resetScroll={false}>
          {view.name}
        </Link>
      ))}
    </nav>
  )
}

function Leading() {
  const words = useHomeText()
  const mayChange = useSitePermission()('home.change') ?? false
  const home = useQuery(homeQuery())
  const site = useQuery(siteQuery())
  const articles = usePublicArticles(mayChange)
  const articleLink = (articleId: string, title: string) => (
    <Link to="/ban-bien-tap/bai/$articleId" params={{ articleId }}>
      {title}
    </Link>
  )
  if (home.isPending || site.isPending) return <Outline />
  const failed = [home, site].find(({ data }) => data === undefined)
  if (!home.data || !site.data) return <ErrorNotice error={failed?.error} onRetry={() => void failed?.refetch()} />
  return (
    <>
      <p className={styles.lead}>{mayChange ? words.intro : words.readOnly}</p>
      {mayChange ? (
        <HomeSlots home={home.data} articles={articles} timeZone={site.data.timeZone} articleLink={articleLink} />
      ) : (
        <HomeSlotsRead home={home.data} articleLink={articleLink} />
      )}
    </>
  )
}
