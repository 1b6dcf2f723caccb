import { formatDate, formatTime } from '../../lib/format.ts'

/** A timestamp of the API in one short line: "10:32, 28/12/2021". */
export function sayMoment(timestamp: string): string {
  return `${formatTime(timestamp)}, ${formatDate(timestamp)}`
}
