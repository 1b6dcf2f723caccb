import { type Static, Type } from 'typebox'
import { LocalDate, line, nullable } from './fields.ts'
import { Id, Slug } from './ids.ts'
import { object } from './object.ts'
import { Cursor, Limit } from './pagination.ts'
import { sentDays, shownDays } from './periods.ts'
import { AsOf, successionKinds, UnitContacts, unitKinds } from './units.ts'

const Name = line(200)
const ShortName = nullable(line(60))
const Order = Type.Integer({ minimum: 0, maximum: 100_000 })

const SentContacts = object({
  address: Type.Optional(nullable(line(300))),
  phone: Type.Optional(nullable(line(100))),
  email: Type.Optional(nullable(line(200))),
})

const said = {
  kind: Type.Enum(unitKinds),
  /** The list in which its code stands, and the code there: both or neither. */
  codeScheme: nullable(line(40)),
  code: nullable(line(40)),
  contacts: SentContacts,
  openingHours: nullable(line(300)),
  /** Its place among its siblings. */
  order: Order,
}

/** A unit from its first day on. Without `slug` the address is made of its name; without `from` it has always been there. */
export const NewUnit = object({
  name: Name,
  shortName: Type.Optional(ShortName),
  kind: said.kind,
  slug: Type.Optional(Slug),
  codeScheme: Type.Optional(said.codeScheme),
  code: Type.Optional(said.code),
  contacts: Type.Optional(said.contacts),
  openingHours: Type.Optional(said.openingHours),
  order: Type.Optional(said.order),
  parentId: Type.Optional(nullable(Id)),
  from: Type.Optional(nullable(LocalDate)),
})
export type NewUnit = Static<typeof NewUnit>

/** A name for a period; what is sent without an end is its name until it ends. */
const SentName = object({ name: Name, shortName: Type.Optional(ShortName), ...sentDays })
const SentParent = object({ parentId: Id, ...sentDays })

/** Names and parents are whole lists: what is not sent is taken away. A changed `slug` leads on from the address of before. */
export const UnitPatch = object({
  slug: Type.Optional(Slug),
  kind: Type.Optional(said.kind),
  codeScheme: Type.Optional(said.codeScheme),
  code: Type.Optional(said.code),
  contacts: Type.Optional(said.contacts),
  openingHours: Type.Optional(said.openingHours),
  order: Type.Optional(said.order),
  names: Type.Optional(Type.Array(SentName, { minItems: 1, maxItems: 100 })),
  parents: Type.Optional(Type.Array(SentParent, { maxItems: 100 })),
})
export type UnitPatch = Static<typeof UnitPatch>

const Named = object({ id: Id, name: Type.String() })
const Succession = object({ ...Named.properties, kind: Type.Enum(successionKinds), on: LocalDate })

/**
 * A unit as lists of the desk show it, called as on the day asked about. One that is not there then is called, and stands, as it did last,
 * or will first.
 */
export const EditorialUnitCard = object({
  id: Id,
  version: Type.Integer(),
  slug: Slug,
  kind: Type.Enum(unitKinds),
  name: Type.String(),
  shortName: nullable(Type.String()),
  code: nullable(Type.String()),
  order: Type.Integer(),
  parent: nullable(Named),
  /** The first day on which it is not there any more. */
  closedOn: nullable(LocalDate),
})
export type EditorialUnitCard = Static<typeof EditorialUnitCard>

/** A unit with all of its days. */
export const EditorialUnit = object({
  ...EditorialUnitCard.properties,
  codeScheme: nullable(Type.String()),
  contacts: UnitContacts,
  openingHours: nullable(Type.String()),
  names: Type.Array(object({ name: Type.String(), shortName: nullable(Type.String()), ...shownDays })),
  parents: Type.Array(object({ parentId: Id, name: Type.String(), ...shownDays })),
  predecessors: Type.Array(Succession),
  successors: Type.Array(Succession),
  /** The unit and those above it today, up to the root: what permission depends on. */
  unitPath: Type.Array(Id),
})
export type EditorialUnit = Static<typeof EditorialUnit>

export const EditorialUnitsQuery = object({
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
  /** Words of a name that it has or had, with or without diacritics, or its code. */
  q: Type.Optional(line(100)),
  /** Units right below this one on the day. */
  parentId: Type.Optional(Id),
  kind: Type.Optional(Type.Enum(unitKinds)),
  asOf: AsOf,
  /** With those that are not there on the day. */
  closed: Type.Optional(Type.Boolean()),
})
export type EditorialUnitsQuery = Static<typeof EditorialUnitsQuery>
