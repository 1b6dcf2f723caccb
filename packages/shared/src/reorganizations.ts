import { type Static, Type } from 'typebox'
import { LocalDate, line, nullable, Timestamp } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'
import { roles } from './permissions.ts'
import { successionKinds, unitKinds } from './units.ts'

/** A unit that a reorganization makes. Without a parent it stands below the one that the ended unit stood below. */
const MadeUnit = object({
  name: line(200),
  shortName: Type.Optional(nullable(line(60))),
  kind: Type.Enum(unitKinds),
  parentId: Type.Optional(nullable(Id)),
})
export type MadeUnit = Static<typeof MadeUnit>

/** What follows: a unit that is there, or one that is made. */
const Successor = Type.Union([object({ id: Id }), object({ make: MadeUnit })])
export type Successor = Static<typeof Successor>

const onDay = { on: LocalDate }
/** Appointments that go on in what follows; the others end. Without it all go on. */
const moving = { appointmentIds: Type.Optional(Type.Array(Id, { maxItems: 500, uniqueItems: true })) }

/** Several units become one: one of them, another one, or a new one. */
const Merge = object({
  verb: Type.Literal('merge'),
  ...onDay,
  unitIds: Type.Array(Id, { minItems: 1, maxItems: 50, uniqueItems: true }),
  into: Successor,
  ...moving,
})

/** A unit becomes several. What stood below it, its posts and memberships go to the first of them. */
const Split = object({
  verb: Type.Literal('split'),
  ...onDay,
  unitId: Id,
  into: Type.Array(Successor, { minItems: 2, maxItems: 20 }),
  ...moving,
})

/** Another unit takes the place of one. */
const Replace = object({ verb: Type.Literal('replace'), ...onDay, unitId: Id, into: Successor, ...moving })

/** A unit ends and nothing follows it: what stood below it stands below what it stood below. */
const Close = object({ verb: Type.Literal('close'), ...onDay, unitId: Id })

/** A unit is called otherwise from the day on and stays the same. */
const Rename = object({ verb: Type.Literal('rename'), ...onDay, unitId: Id, name: line(200), shortName: Type.Optional(nullable(line(60))) })

/** What is done to the organization on one day, as one transaction. */
export const Reorganization = Type.Union([Merge, Split, Replace, Close, Rename])
export type Reorganization = Static<typeof Reorganization>

/** `dryRun` answers what it would do, and does nothing. */
export const ReorganizeQuery = object({ dryRun: Type.Optional(Type.Boolean()) })
export type ReorganizeQuery = Static<typeof ReorganizeQuery>

const Named = object({ id: Id, name: Type.String() })

/** Everything that a reorganization does. */
export const ReorganizationEffects = object({
  on: LocalDate,
  made: Type.Array(Named),
  ended: Type.Array(object({ ...Named.properties, kind: nullable(Type.Enum(successionKinds)), successors: Type.Array(Named) })),
  renamed: Type.Array(object({ ...Named.properties, before: Type.String() })),
  /** Units that stand below another one from the day on. */
  moved: Type.Array(object({ ...Named.properties, below: nullable(Named) })),
  /** Those that end, with the unit in which the person goes on in the same post. */
  appointments: Type.Array(object({ id: Id, person: Named, post: Type.String(), unit: Named, goesOnIn: nullable(Named) })),
  /** Memberships in blocs that begin. */
  joined: Type.Array(object({ bloc: Named, unit: Named })),
  /** Memberships in blocs that end. */
  left: Type.Array(object({ bloc: Named, unit: Named })),
  /** Roles over an ended unit, which from the day on hold over what follows it. */
  roles: Type.Array(object({ user: Named, role: Type.Enum(roles), unit: Named })),
  /** Articles of the ended units: they stay theirs, under the names of their days. */
  articles: Type.Integer(),
})
export type ReorganizationEffects = Static<typeof ReorganizationEffects>

/** A reorganization that was carried out. */
export const CarriedOutReorganization = object({
  id: Id,
  at: Timestamp,
  by: nullable(Named),
  on: LocalDate,
  verb: Type.String(),
  undoneAt: nullable(Timestamp),
  /** The last one, while nobody undid it. */
  canBeUndone: Type.Boolean(),
})
export type CarriedOutReorganization = Static<typeof CarriedOutReorganization>
