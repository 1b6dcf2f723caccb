import { maxLimit } from '@bantin/shared/pagination'

/** A page, and the one more that says whether another follows. */
const mostOfPage = maxLimit + 1

/**
 * SQL of the first of these ordered rows; `count` is the parameter that says how many, `most` at the most. Of a parameter alone PostgreSQL
 * expects a tenth of all rows there are. To avoid reading them it plans anew each time, for as long as the page takes to be read. Told the
 * most that it can be, and the count twice, it expects a hundredth of that, and keeps its plan for short pages as well.
 */
export function firstRows(rows: string, count: string, most = mostOfPage): string {
  return `SELECT * FROM (SELECT * FROM (${rows} LIMIT ${most}) r LIMIT ${count}) r LIMIT ${count}`
}
