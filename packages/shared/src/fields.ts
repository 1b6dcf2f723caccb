import { type TNull, type TSchema, type TUnion, Type } from 'typebox'
import { linePattern } from './line-pattern.ts'
import { longestLink, pageLinkPattern } from './link-target.ts'

/** A value that may be absent on purpose: the field is always there, `null` says "none". */
export function nullable<S extends TSchema>(schema: S): TUnion<[S, TNull]> {
  return Type.Union([schema, Type.Null()])
}

const commonDay = '(?!0000)\\d{4}-((0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|1\\d|2[0-8]))'
const leapDay = '(\\d\\d(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)-02-29'

const anyDay = `(${commonDay}|${leapDay})`

/** A day that the calendar has, `YYYY-MM-DD`: PostgreSQL refuses any other, and with it the whole list that it stands in. */
export const LocalDate = Type.String({
  pattern: `^${anyDay}$`,
  description: 'a day that the calendar has, such as 2026-11-23',
})

/** A day that figures can be asked of. Days before and behind it are counted with, and those have four digits of a year too. */
export const FigureDay = Type.String({
  pattern: `^(?=19|20)${anyDay}$`,
  description: 'a day of the years from 1900 to 2099, such as 2026-11-23',
})

const timeOfDay = '([01]\\d|2[0-3]):[0-5]\\d'

/**
 * A moment with the site's offset, so that its first ten characters are the local date. Of a day that the calendar has: JavaScript
 * takes 30 February for 2 March. Not of the first and the last year, which are other ones elsewhere.
 */
export const Timestamp = Type.String({
  pattern: `^(?!0001|9999)(${commonDay}|${leapDay})T${timeOfDay}:[0-5]\\d(\\.\\d{1,3})?(Z|[+-]${timeOfDay})$`,
  description: 'a moment such as 2026-11-23T07:00:00+07:00',
})

/** One line of text: no line breaks, no control characters, none that turn the direction of writing, at least one visible character. */
export function line(maxLength: number) {
  return Type.String({ minLength: 1, maxLength, pattern: linePattern, description: 'one line with at least one visible character' })
}

/** Text of several lines, possibly empty. */
export function text(maxLength: number) {
  return Type.String({ maxLength })
}

/** The address of a page: on the web, or a path of this site. */
export const PageLink = Type.String({
  maxLength: longestLink,
  pattern: pageLinkPattern,
  description: 'an address that begins with http:// or https://, or a path of this site such as /lien-he',
})
