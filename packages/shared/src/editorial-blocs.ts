import { type Static, Type } from 'typebox'
import { BlocYear, decisionStatuses, termRoles } from './blocs.ts'
import { line, nullable } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'
import { sentDays, shownDays } from './periods.ts'

const term = {
  year: BlocYear,
  unitId: Id,
  role: Type.Enum(termRoles),
  status: Type.Enum(decisionStatuses),
}

/** Members and terms are whole lists, each when it is sent: what is not in it is taken away. */
export const BlocPatch = object({
  members: Type.Optional(Type.Array(object({ unitId: Id, ...sentDays }), { maxItems: 500 })),
  terms: Type.Optional(Type.Array(object({ ...term, decisionNo: Type.Optional(nullable(line(100))) }), { maxItems: 1000 })),
})
export type BlocPatch = Static<typeof BlocPatch>

/**
 * A bloc with its members on all days, by name, and who leads it in all years, the newest first: so the rotation can be followed. Units are
 * called as they are today, or were last; in `terms` as at the end of the year.
 */
export const EditorialBloc = object({
  id: Id,
  version: Type.Integer(),
  name: Type.String(),
  members: Type.Array(object({ unitId: Id, name: Type.String(), ...shownDays })),
  terms: Type.Array(object({ ...term, name: Type.String(), decisionNo: nullable(Type.String()) })),
  /** The bloc and the units above it today: what permission depends on. */
  unitPath: Type.Array(Id),
})
export type EditorialBloc = Static<typeof EditorialBloc>
