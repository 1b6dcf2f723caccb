import { type TSchema, Type } from 'typebox'
import { nullable } from './fields.ts'
import { object } from './object.ts'

/** How many items a list gives when it is not asked for a number, and at most. */
export const defaultLimit = 20
export const maxLimit = 100

export const Limit = Type.Integer({ minimum: 1, maximum: maxLimit, default: defaultLimit })

/** Opaque: only what a list's `page.next` gave may be sent back. Of a list by name, the longest name stands in it. */
export const Cursor = Type.String({ minLength: 1, maxLength: 800 })

/** The answer of every list. */
export function page<S extends TSchema>(item: S) {
  return object({ data: Type.Array(item), page: object({ next: nullable(Cursor) }) })
}
