import { type Static, Type } from 'typebox'
import { LocalDate } from './fields.ts'
import { object } from './object.ts'
import { Limit } from './pagination.ts'

/** Without days: the last thirty. Both ends are included. */
export const MissingPathsQuery = object({
  from: Type.Optional(LocalDate),
  to: Type.Optional(LocalDate),
  limit: Type.Optional(Limit),
})
export type MissingPathsQuery = Static<typeof MissingPathsQuery>

/** Paths that were asked for between the two days and lead nowhere, the most wanted first. Queries are not kept. */
export const MissingPaths = object({
  from: LocalDate,
  to: LocalDate,
  data: Type.Array(object({ path: Type.String(), count: Type.Integer(), lastAskedOn: LocalDate })),
})
export type MissingPaths = Static<typeof MissingPaths>
