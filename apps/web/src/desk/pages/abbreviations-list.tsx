import { useInfiniteQuery } from '@tanstack/react-query'
import { AbbreviationTable, type AbbreviationTableProps } from '../../features/searches/abbreviation-table.tsx'
import { abbreviationsQuery } from '../../features/searches/searches.api.ts'
import { useSearchesText } from '../../lib/i18n/desk/use-searches-text.ts'
import { PagedList } from '../../ui/paged-list.tsx'
import styles from './list-page.module.css'

/** Short forms and what they stand for. */
export function AbbreviationsList({ actions }: Pick<AbbreviationTableProps, 'actions'>) {
  const words = useSearchesText()
  const { lead, readOnly, shown, empty } = words.abbreviations
  return (
    <>
      <p className={styles.lead}>{actions ? lead : `${lead} ${readOnly}`}</p>
      <PagedList query={useInfiniteQuery(abbreviationsQuery())} words={{ ...words, shown }} empty={<p className={styles.empty}>{empty}</p>}>
        {(abbreviations) => <AbbreviationTable abbreviations={abbreviations} actions={actions} />}
      </PagedList>
    </>
  )
}
