import type { Emulation } from '@bantin/shared/blocs'
import { Link } from 'wouter'
import { formatScore } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useOrganizationText } from '../../lib/i18n/site/use-organization-text.ts'
import { sitePaths } from '../../lib/paths.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './emulation-table.module.css'

type Result = Emulation['results'][number]

/** Members by rank, those that share one under the same, with the scores that there are. */
export function EmulationTable({ results, caption }: { results: readonly Result[]; caption: string }) {
  const words = useOrganizationText().emulation
  const locale = useLocale()
  const paths = sitePaths(locale)
  const given = (['self', 'bloc', 'final'] as const).filter((score) => results.some((result) => result[score] !== null))
  return (
    <table className={styles.table}>
      <caption>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.rank}</th>
          <th scope="col">{words.unit}</th>
          {given.map((score) => (
            <th key={score} scope="col" className={score === 'final' ? styles.score : styles.part}>
              {words[score]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {results.map((result) => (
          <tr key={result.unit.id}>
            <td className={styles.rank}>{result.rank ?? <span title={words.noRank}>–</span>}</td>
            <th scope="row" lang="vi">
              <Link href={paths.unit(result.unit.slug)}>{result.unit.name}</Link>
              <PartScores result={result} given={given} />
              {result.note ? <span className={styles.note}>{result.note}</span> : null}
            </th>
            {given.map((score) => (
              <td key={score} className={score === 'final' ? styles.score : styles.part}>
                {result[score] === null ? '–' : formatScore(result[score], locale)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The scores that lead to the last one, on a screen that is too narrow for their columns. */
function PartScores({ result, given }: { result: Result; given: readonly ('self' | 'bloc' | 'final')[] }) {
  const words = useOrganizationText().emulation
  const locale = useLocale()
  const said = given.flatMap((score) => {
    const value = result[score]
    return score === 'final' || value === null ? [] : [`${words[score]} ${formatScore(value, locale)}`]
  })
  return said.length > 0 ? <span className={styles.parts}>{said.join(', ')}</span> : null
}
