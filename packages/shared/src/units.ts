import { type Static, Type } from 'typebox'
import { nullable } from './fields.ts'
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

/** How a unit is reached. */
export const UnitContacts = object({
  address: Type.Optional(Type.String()),
  phone: Type.Optional(Type.String()),
  email: Type.Optional(Type.String()),
})
export type UnitContacts = Static<typeof UnitContacts>

const stub = { id: Id, slug: Slug, name: Type.String(), shortName: nullable(Type.String()), url: Type.String() }
const UnitStub = object(stub)

/** A unit in the flat list: `parentId` gives the tree, `order` the place among siblings. */
export const UnitCard = object({
  ...stub,
  apiUrl: Type.String(),
  kind: Type.Enum(unitKinds),
  code: nullable(Type.String()),
  parentId: nullable(Id),
  order: Type.Integer(),
})
export type UnitCard = Static<typeof UnitCard>

/** A unit with its place in the organization today. `members` are those of a bloc; `blocs` are those it belongs to. */
export const Unit = object({
  ...UnitCard.properties,
  contacts: UnitContacts,
  parents: Type.Array(UnitStub),
  children: Type.Array(UnitStub),
  members: Type.Array(UnitStub),
  blocs: Type.Array(UnitStub),
})
export type Unit = Static<typeof Unit>
