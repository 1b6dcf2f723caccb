import { type Static, Type } from 'typebox'
import { LocalDate, line, nullable } from './fields.ts'
import { Id } from './ids.ts'
import { idPattern } from './is-id.ts'
import { object } from './object.ts'
import { appointmentKinds } from './people.ts'
import { shownDays } from './periods.ts'
import { mostTitlesAsked } from './titles/most-asked.ts'
import { AsOf } from './units.ts'

const oneId = idPattern.slice(1, -1)
const oneName = "[\\p{L}\\p{M}' -]{1,100}"

/** One of the three, else nothing: who is meant by the beginning of a name, who is called so, or what these ids are. */
export const TitleQuery = object({
  q: Type.Optional(line(100)),
  names: Type.Optional(
    Type.String({
      pattern: `^${oneName}(,${oneName}){0,${mostTitlesAsked - 1}}$`,
      maxLength: 5000,
      description: `up to ${mostTitlesAsked} whole names with commas between them, with or without diacritics`,
    }),
  ),
  ids: Type.Optional(
    Type.String({
      pattern: `^${oneId}(,${oneId}){0,${mostTitlesAsked - 1}}$`,
      maxLength: mostTitlesAsked * 37 - 1,
      description: `up to ${mostTitlesAsked} ids with commas between them`,
    }),
  ),
  asOf: AsOf,
})
export type TitleQuery = Static<typeof TitleQuery>

/** Somebody in a post, as a text names him; the unit as it is called on the day asked about, within the appointment. */
export const Title = object({
  appointmentId: Id,
  person: object({ id: Id, name: Type.String() }),
  post: Type.String(),
  unit: object({ id: Id, name: Type.String(), shortName: nullable(Type.String()) }),
  kind: Type.Enum(appointmentKinds),
  ...shownDays,
  /** On the day asked about. */
  current: Type.Boolean(),
})
export type Title = Static<typeof Title>

export const Titles = object({
  /** The day that they are of. */
  asOf: LocalDate,
  data: Type.Array(Title),
})
export type Titles = Static<typeof Titles>
