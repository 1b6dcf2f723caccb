import { type Static, Type } from 'typebox'
import { LocalDate, nullable } from './fields.ts'
import { Id, Slug } from './ids.ts'
import { object } from './object.ts'

export const unitKinds = [
  'agency',
  'department',
  'office',
  'committee',
  'council',
  'commune',
  'branch',
  'bloc',
  'collective',
  'other',
] as const

/** How a unit ends in others: in one that takes it in or takes its place, or in several. */
export const successionKinds = ['merged', 'split', 'replaced'] as const

/** How a unit is reached. */
export const UnitContacts = object({
  address: Type.Optional(Type.String()),
  phone: Type.Optional(Type.String()),
  email: Type.Optional(Type.String()),
})
export type UnitContacts = Static<typeof UnitContacts>

/** The day that an answer is about; today at the site without it. */
export const AsOf = Type.Optional(LocalDate)

export const UnitQuery = object({ asOf: AsOf })
export type UnitQuery = Static<typeof UnitQuery>

/** `nested` puts children into their parents. */
export const UnitListQuery = object({ asOf: AsOf, nested: Type.Optional(Type.Boolean()) })
export type UnitListQuery = Static<typeof UnitListQuery>

const stub = { id: Id, slug: Slug, name: Type.String(), shortName: nullable(Type.String()), url: Type.String() }

/** A unit as links to it show it. */
export const UnitStub = object(stub)
export type UnitStub = Static<typeof UnitStub>

const card = {
  ...stub,
  apiUrl: Type.String(),
  kind: Type.Enum(unitKinds),
  code: nullable(Type.String()),
  parentId: nullable(Id),
  order: Type.Integer(),
}

/** A unit in the flat list: `parentId` gives the tree, `order` the place among siblings. */
export const UnitCard = object(card)
export type UnitCard = Static<typeof UnitCard>

/** The same with what is below it, to any depth: an answer asked with `nested`. */
export const UnitNode = Type.Cyclic({ UnitNode: object({ ...card, children: Type.Array(Type.Ref('UnitNode')) }) }, 'UnitNode')
export type UnitNode = UnitCard & { children: UnitNode[] }

/** Days of a period: from the first, null since ever, until the last, null without end. */
const days = { from: nullable(LocalDate), through: nullable(LocalDate) }

/** A post of a unit with who holds it on the day. */
export const UnitPost = object({
  id: Id,
  name: Type.String(),
  holders: Type.Array(
    object({
      appointmentId: Id,
      person: object({ id: Id, slug: Slug, name: Type.String(), url: Type.String() }),
      kind: Type.String(),
      ...days,
    }),
  ),
})
export type UnitPost = Static<typeof UnitPost>

/** A unit that came before or after, and on which day it did. */
export const UnitSuccession = object({ ...stub, kind: Type.Enum(successionKinds), on: LocalDate })
export type UnitSuccession = Static<typeof UnitSuccession>

/** Who leads a bloc in a year. What is only proposed says so. */
export const UnitTerm = object({ year: Type.Integer(), role: Type.String(), status: Type.String(), unit: UnitStub })
export type UnitTerm = Static<typeof UnitTerm>

/** How a commendation stands; one that was revoked stays told as that. */
export const awardStatuses = ['proposed', 'decided', 'revoked'] as const

/** A commendation of whoever the answer is about, for a year of a bloc, which is called as at the end of it. */
export const WonAward = object({
  year: Type.Integer(),
  bloc: UnitStub,
  title: Type.String(),
  authority: nullable(Type.String()),
  decisionNo: nullable(Type.String()),
  on: nullable(LocalDate),
  status: Type.Enum(awardStatuses),
})
export type WonAward = Static<typeof WonAward>

/**
 * A unit with its place in the organization on the day. `members` are those of a bloc, `terms` who leads it; `blocs` are those it belongs
 * to. One that is not there on the day is called as it was last, or will be first.
 */
export const Unit = object({
  ...card,
  contacts: UnitContacts,
  openingHours: nullable(Type.String()),
  /** The first day on which it is not there any more. */
  closedOn: nullable(LocalDate),
  /** Every name it has had or will have, oldest first. */
  names: Type.Array(object({ name: Type.String(), shortName: nullable(Type.String()), ...days })),
  parents: Type.Array(UnitStub),
  children: Type.Array(UnitStub),
  members: Type.Array(UnitStub),
  blocs: Type.Array(UnitStub),
  posts: Type.Array(UnitPost),
  predecessors: Type.Array(UnitSuccession),
  successors: Type.Array(UnitSuccession),
  terms: Type.Array(UnitTerm),
  /** The years of a bloc of which something is decided, the newest first: `/units/{slug}/emulation/{year}` has them. */
  emulationYears: Type.Array(Type.Integer()),
  /** What it was commended with, the newest first. */
  awards: Type.Array(WonAward),
})
export type Unit = Static<typeof Unit>
