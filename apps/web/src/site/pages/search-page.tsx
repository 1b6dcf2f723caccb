import { usePageView } from '../../features/analytics/use-page-view.ts'
import { useSearchText } from '../../lib/i18n/site/use-search-text.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { readAsked, refusalOf } from '../../lib/search-address.ts'
import { usePageHead } from '../use-page-head.ts'
import { PageHeading } from './page-heading.tsx'
import { SearchFindings } from './search-findings.tsx'
import { SearchForm } from './search-form.tsx'
import styles from './search-page.module.css'

/** The portal is searched: what is asked for stands in the address, whose query is `search`. */
export function SearchPage({ search, path }: { search: string; path: string }) {
  const words = useSearchText()
  const { heading } = useSiteText().search
  const asked = readAsked(search)
  const refusal = refusalOf(asked)
  usePageHead(asked.q === '' ? heading : words.titleOf(asked.q))
  usePageView(true, path)
  return (
    <>
      <PageHeading title={heading} />
      <div className={styles.page}>
        <SearchForm key={search} asked={asked} />
        {refusal === 'empty' ? <p className={styles.hint}>{words.hint}</p> : null}
        {refusal === 'long' ? <p className={styles.refusal}>{words.tooLong}</p> : null}
        {refusal === undefined ? <SearchFindings asked={asked} path={path} /> : null}
      </div>
    </>
  )
}
