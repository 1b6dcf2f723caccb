import { type Static, Type } from 'typebox'
import { LocalDate, nullable } from './fields.ts'
import { Id, Slug } from './ids.ts'
import { object } from './object.ts'
import { awardStatuses, UnitStub } from './units.ts'

export const termRoles = ['head', 'deputy'] as const
export const decisionStatuses = ['proposed', 'decided'] as const

/** The years that blocs are kept for. */
export const BlocYear = Type.Integer({ minimum: 1945, maximum: 2200 })

/** A commendation for a bloc's year, of a unit or a person. */
export const Award = object({
  title: Type.String(),
  unit: nullable(UnitStub),
  person: nullable(object({ id: Id, slug: Slug, name: Type.String(), url: Type.String() })),
  authority: nullable(Type.String()),
  decisionNo: nullable(Type.String()),
  on: nullable(LocalDate),
  status: Type.Enum(awardStatuses),
})
export type Award = Static<typeof Award>

/** What a bloc's year came to: its members by rank, those without one last, and what was awarded. */
export const Emulation = object({
  year: Type.Integer(),
  legalBasis: nullable(Type.String()),
  results: Type.Array(
    object({
      unit: UnitStub,
      self: nullable(Type.Number()),
      bloc: nullable(Type.Number()),
      final: nullable(Type.Number()),
      rank: nullable(Type.Integer()),
      note: nullable(Type.String()),
    }),
  ),
  awards: Type.Array(Award),
})
export type Emulation = Static<typeof Emulation>
