import type { EditorialBloc } from '@bantin/shared/editorial-blocs'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useBlocsText } from '../../../lib/i18n/desk/use-blocs-text.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorNotice } from '../../../ui/error-notice.tsx'
import { PageSection, SectionButtons } from '../../../ui/page-section.tsx'
import type { Saying } from '../../../ui/said-line.tsx'
import { Table } from '../../../ui/table.tsx'
import { useMedia } from '../../../ui/use-media.ts'
import { blocYearsQuery } from './blocs.api.ts'
import styles from './blocs.module.css'
import { TermDialog, type TermTask } from './term-dialog.tsx'
import { nextYear, type Term, type TermYear, termYears } from './term-years.ts'

interface BlocTermsProps {
  bloc: EditorialBloc
  mayChange: boolean
  today: string
  saying: Saying
  /** The link to a year's results around the words. */
  yearLink: (year: number, text: string, label: string) => ReactNode
}

/** Who led, leads and will lead the bloc, year by year, and how far the results of each are. */
export function BlocTerms({ bloc, mayChange, today, saying, yearLink }: BlocTermsProps) {
  const words = useBlocsText().terms
  const { data: cards, error, refetch } = useQuery(blocYearsQuery(bloc.id))
  const [task, setTask] = useState<TermTask | null>(null)
  const years = termYears(bloc.terms, cards ?? [], today)
  const next = nextYear(bloc.terms, today)
  const results = ({ year, results }: TermYear): ReactNode => {
    const said = words.resultsOf[results ?? 'none']
    return yearLink(year, said, words.openYear(String(year), said))
  }
  const termsOf = (terms: readonly Term[]): ReactNode => <Terms terms={terms} onEdit={mayChange ? (term) => setTask({ term }) : null} />
  return (
    <PageSection title={words.title}>
      {error && !cards ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      <Rotation years={years} termsOf={termsOf} results={results} />
      {mayChange ? (
        <SectionButtons>
          <Button onClick={() => setTask({ year: next, proposes: true })}>{words.propose(String(next))}</Button>
          <Button onClick={() => setTask({ year: Number(today.slice(0, 4)), proposes: false })}>{words.add}</Button>
        </SectionButtons>
      ) : null}
      {task ? <TermDialog bloc={bloc} task={task} saying={saying} onClose={() => setTask(null)} /> : null}
    </PageSection>
  )
}

interface RotationProps {
  years: readonly TermYear[]
  termsOf: (terms: readonly Term[]) => ReactNode
  results: (year: TermYear) => ReactNode
}

/** A table of years; on a narrow screen one below the other. */
function Rotation({ years, termsOf, results }: RotationProps) {
  const words = useBlocsText().terms
  const isWide = useMedia('(min-width: 44rem)')
  if (isWide) {
    return (
      <Table columns={[words.year, words.roles.head, words.roles.deputy, words.results]}>
        {years.map((year) => (
          <tr key={year.year}>
            <th scope="row" className={styles.year}>
              {year.year}
            </th>
            <td>{termsOf(year.head)}</td>
            <td>{termsOf(year.deputy)}</td>
            <td>{results(year)}</td>
          </tr>
        ))}
      </Table>
    )
  }
  return (
    <ul className={styles.cards} aria-label={words.title}>
      {years.map((year) => (
        <li key={year.year} className={styles.card}>
          <h3>{year.year}</h3>
          {(['head', 'deputy'] as const).map((role) =>
            year[role].length > 0 ? (
              <div key={role}>
                <p className={styles.soft}>{words.roles[role]}</p>
                {termsOf(year[role])}
              </div>
            ) : null,
          )}
          <p>
            <span className={styles.soft}>{words.results}:</span> {results(year)}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Terms({ terms, onEdit }: { terms: readonly Term[]; onEdit: ((term: Term) => void) | null }) {
  const words = useBlocsText().terms
  return (
    <ul className={styles.terms}>
      {terms.map((term) => (
        <li key={term.unitId}>
          <span lang="vi">{term.name}</span>{' '}
          {term.status === 'proposed' ? <em className={styles.proposed}>({words.statuses.proposed})</em> : null}{' '}
          {term.decisionNo ? <span className={styles.soft}>{words.decision(term.decisionNo)}</span> : null}{' '}
          {onEdit ? <EditButton term={term} onEdit={onEdit} /> : null}
        </li>
      ))}
    </ul>
  )
}

function EditButton({ term, onEdit }: { term: Term; onEdit: (term: Term) => void }) {
  const words = useBlocsText()
  return (
    <Button variant="quiet" aria-label={words.terms.edit(term.name, String(term.year))} onClick={() => onEdit(term)}>
      {words.edit}
    </Button>
  )
}
