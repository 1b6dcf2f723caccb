import type { FieldError } from '@bantin/shared/errors'

/** Days of a period as they are sent: absent is null, which is since ever, or without end. */
export interface Days {
  from?: string | null
  through?: string | null
}

/** The same as PostgreSQL reads a range of days. */
export function periodOf({ from = null, through = null }: Days): string {
  return `${from === null ? '(' : `[${from}`},${through === null ? ')' : `${through}]`}`
}

/** Whether both are of the same days. */
export function areSameDays(one: Days, other: Days): boolean {
  return (one.from ?? null) === (other.from ?? null) && (one.through ?? null) === (other.through ?? null)
}

/** What is wrong with days that stand at `pointer` in the body: a last one before the first. */
export function faultsOfDays({ from, through }: Days, pointer: string): FieldError[] {
  if (!from || !through || from <= through) return []
  return [{ in: 'body', pointer: `${pointer}/through`, code: 'before_from', message: 'The last day is before the first.' }]
}
