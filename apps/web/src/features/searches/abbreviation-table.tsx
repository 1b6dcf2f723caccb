import type { Abbreviation } from '@bantin/shared/abbreviations'
import { useSearchesText } from '../../lib/i18n/desk/use-searches-text.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { Table } from '../../ui/table.tsx'
import { useMedia } from '../../ui/use-media.ts'
import styles from './searches-table.module.css'

/** What may be done with abbreviations. */
export interface AbbreviationDeeds {
  edit: (abbreviation: Abbreviation) => void
  remove: (abbreviation: Abbreviation) => void
}

export interface AbbreviationTableProps {
  abbreviations: readonly Abbreviation[]
  /** Null for those who may only look. */
  actions: AbbreviationDeeds | null
}

/** Short forms and what they stand for: a table, on a narrow screen cards. */
export function AbbreviationTable(props: AbbreviationTableProps) {
  return useMedia('(min-width: 56rem)') ? <Wide {...props} /> : <Cards {...props} />
}

function Wide({ abbreviations, actions }: AbbreviationTableProps) {
  const { columns } = useSearchesText().abbreviations
  return (
    <Table className={styles.table} columns={[columns.short, columns.long, ...(actions ? [columns.actions] : [])]}>
      {abbreviations.map((abbreviation) => (
        <tr key={abbreviation.id}>
          <td className={styles.name}>{abbreviation.short}</td>
          <td className={styles.long}>{abbreviation.long}</td>
          {actions ? (
            <td>
              <Actions abbreviation={abbreviation} actions={actions} />
            </td>
          ) : null}
        </tr>
      ))}
    </Table>
  )
}

function Cards({ abbreviations, actions }: AbbreviationTableProps) {
  return (
    <ul className={styles.cards}>
      {abbreviations.map((abbreviation) => (
        <li key={abbreviation.id} className={styles.card}>
          <p className={styles.name}>{abbreviation.short}</p>
          <p className={styles.long}>{abbreviation.long}</p>
          {actions ? <Actions abbreviation={abbreviation} actions={actions} /> : null}
        </li>
      ))}
    </ul>
  )
}

/** Their names say with which. */
function Actions({ abbreviation, actions }: { abbreviation: Abbreviation; actions: AbbreviationDeeds }) {
  const words = useSearchesText().abbreviations
  const { short, long } = abbreviation
  return (
    <div className={styles.actions}>
      <Button aria-label={words.editOne(short)} onClick={() => actions.edit(abbreviation)}>
        {words.edit}
      </Button>
      <ConfirmButton
        aria-label={words.removeOne(short)}
        title={words.removeTitle}
        lead={words.removeLead(short, long)}
        confirm={words.remove}
        onConfirm={() => actions.remove(abbreviation)}
      >
        {words.remove}
      </ConfirmButton>
    </div>
  )
}
