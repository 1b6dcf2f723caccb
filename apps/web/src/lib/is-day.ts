/** Whether it is a day that the calendar has, of this century or the last: such as 2026-11-23. */
export function isDay(value: unknown): value is string {
  const [year, month, day] = typeof value === 'string' && /^(?:19|20)\d\d-\d\d-\d\d$/.test(value) ? value.split('-').map(Number) : []
  if (year === undefined || month === undefined || day === undefined) return false
  return new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(String(value))
}
