import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { authorChoicesQuery } from '../../features/authors/author-choices.api.ts'
import { categoryChoicesQuery } from '../../features/categories/category-choices.api.ts'
import { ArticlesPanel } from '../../features/figures/articles-panel.tsx'
import { askedFigures } from '../../features/figures/asked-figures.ts'
import { DroppedPanel } from '../../features/figures/dropped-panel.tsx'
import styles from '../../features/figures/figures.module.css'
import { FiguresFilters } from '../../features/figures/figures-filters.tsx'
import { type FiguresSearch, readFiguresSearch } from '../../features/figures/figures-search.ts'
import { NamedPanel } from '../../features/figures/named-panel.tsx'
import { CountriesPanel, ReferrersPanel } from '../../features/figures/referrers-panel.tsx'
import { SeriesPanel } from '../../features/figures/series-panel.tsx'
import { readReportsSearch } from '../../features/reports/reports-search.ts'
import { siteQuery } from '../../features/site/site.api.ts'
import { inTreeOrder } from '../../features/units/unit-tree-choices.ts'
import { unitsQuery } from '../../features/units/units.api.ts'
import { useFiguresText } from '../../lib/i18n/desk/use-figures-text.ts'
import { clockIn } from '../../lib/site-time.ts'
import { useSitePermission } from '../use-site-permission.ts'
import list from './list-page.module.css'
import { Permitted } from './permitted.tsx'
import { ReportsPart } from './reports-part.tsx'
import { toArticle } from './to-article.tsx'
import { useTitle } from './use-title.ts'

/** What was read: how it went, of what, by whom, from where. */
export function FiguresPage() {
  const words = useFiguresText()
  useTitle(words.title)
  return (
    <Permitted action="analytics.read">
      <FiguresShown />
    </Permitted>
  )
}

function FiguresShown() {
  const words = useFiguresText()
  const raw = { ...useSearch({ from: '/ban-bien-tap/thong-ke' }) }
  const search = readFiguresSearch(raw)
  const timeZone = useQuery(siteQuery()).data?.timeZone ?? 'Asia/Ho_Chi_Minh'
  const today = clockIn(timeZone, Date.now()).day
  return (
    <div className={list.page}>
      <h1>{words.title}</h1>
      <Views search={{ ...search, ...readReportsSearch(raw) }} />
      {search.xem === 'bao-cao' ? <ReportsPart search={readReportsSearch(raw)} today={today} /> : <Panels search={search} today={today} />}
    </div>
  )
}

function Views({ search }: { search: FiguresSearch }) {
  const { tabs } = useFiguresText()
  const isReports = search.xem === 'bao-cao'
  const views: { name: string; search: FiguresSearch }[] = [
    { name: tabs.figures, search: isReports ? {} : search },
    { name: tabs.reports, search: isReports ? search : { xem: 'bao-cao' } },
  ]
  return (
    <nav className={list.views} aria-label={tabs.label}>
      {views.map((view) => (
        <Link key={view.name} to="/ban-bien-tap/thong-ke" search={view.search} activeOptions={{ exact: true }} resetScroll={false}>
          {view.name}
        </Link>
      ))}
    </nav>
  )
}

function Panels({ search, today }: { search: FiguresSearch; today: string }) {
  const may = useSitePermission()
  const navigate = useNavigate()
  const items = useFilterItems()
  const query = askedFigures(search, today)
  const show = (next: FiguresSearch): void =>
    void navigate({ to: '/ban-bien-tap/thong-ke', search: next, replace: true, resetScroll: false })
  return (
    <>
      <FiguresFilters search={search} onSearch={show} items={items} days={{ from: query.from ?? '', to: query.to ?? '' }} />
      <SeriesPanel query={query} />
      <ArticlesPanel query={query} link={toArticle} />
      <div className={styles.two}>
        <NamedPanel name="units" query={query} />
        <NamedPanel name="categories" query={query} />
        <NamedPanel name="authors" query={query} />
        <ReferrersPanel query={query} />
        <CountriesPanel query={query} />
        {may('drops.read') ? <DroppedPanel query={query} /> : null}
      </div>
    </>
  )
}

/** What figures can be narrowed to; units in the order of their tree. */
function useFilterItems() {
  const units = useQuery(unitsQuery()).data ?? []
  const [authors, categories] = [useQuery(authorChoicesQuery()).data ?? [], useQuery(categoryChoicesQuery()).data ?? []]
  const tree = inTreeOrder(units).map(({ id, name, depth }) => ({ id, name: `${'\u2003'.repeat(depth)}${name}` }))
  return { 'don-vi': tree, 'tac-gia': authors, 'chuyen-muc': categories }
}
