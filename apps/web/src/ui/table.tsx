import type { ReactNode } from 'react'
import styles from './table.module.css'

interface TableProps {
  columns: readonly string[]
  /** For cells that look otherwise. */
  className?: string | undefined
  /** One `tr` for each row. */
  children: ReactNode
}

/** A table of the desk: the names of its columns, and rows. */
export function Table({ columns, className = '', children }: TableProps) {
  return (
    <table className={`${styles.table} ${className}`}>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
