import type { EditorialBlocYear } from '@bantin/shared/editorial-emulation'
import { formatScore } from '../../../lib/format.ts'
import { useBlocsText } from '../../../lib/i18n/desk/use-blocs-text.ts'
import { useLocale } from '../../../lib/i18n/locale.ts'
import { PageSection, SectionNote } from '../../../ui/page-section.tsx'
import { ScrollBox } from '../../../ui/scroll-box.tsx'
import { Table } from '../../../ui/table.tsx'
import styles from './blocs.module.css'
import { scoreFields } from './score-lines.ts'

/** The scores of a year for whoever may only look. */
export function YearRead({ year: { results } }: { year: EditorialBlocYear }) {
  const words = useBlocsText().year
  const locale = useLocale()
  const say = (value: string | number | null): string => (typeof value === 'number' ? formatScore(value, locale) : (value ?? ''))
  return (
    <PageSection title={words.table}>
      {results.length === 0 ? (
        <SectionNote>{words.emptyRead}</SectionNote>
      ) : (
        <ScrollBox label={words.table}>
          <Table columns={[words.columns.member, ...scoreFields.map((field) => words.columns[field])]} className={styles.scores}>
            {results.map((result) => (
              <tr key={result.unitId}>
                <td lang="vi" className={styles.member}>
                  {result.name}
                </td>
                {scoreFields.map((field) => (
                  <td key={field}>{say(result[field])}</td>
                ))}
              </tr>
            ))}
          </Table>
        </ScrollBox>
      )}
    </PageSection>
  )
}
