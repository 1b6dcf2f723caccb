import { type TNull, type TSchema, type TUnion, Type } from 'typebox'

/** A value that may be absent on purpose: the field is always there, `null` says "none". */
export function nullable<S extends TSchema>(schema: S): TUnion<[S, TNull]> {
  return Type.Union([schema, Type.Null()])
}

/** A moment with the site's offset, so that its first ten characters are the local date. */
export const Timestamp = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?(Z|[+-]\\d{2}:\\d{2})$' })

/** A calendar day, `YYYY-MM-DD`. */
export const LocalDate = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' })

/** One line of text: no line breaks, no control characters, at least one visible character. */
export function line(maxLength: number) {
  return Type.String({ minLength: 1, maxLength, pattern: '^[^\\u0000-\\u001F\\u007F]*\\S[^\\u0000-\\u001F\\u007F]*$' })
}

/** Text of several lines, possibly empty. */
export function text(maxLength: number) {
  return Type.String({ maxLength })
}
