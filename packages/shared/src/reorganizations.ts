import { type Static, Type } from 'typebox'
import { LocalDate, line, nullable } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'
import { unitKinds } from './units.ts'

/** A unit that a reorganization makes. */
const NewcomerUnit = object({
  name: line(200),
  shortName: Type.Optional(nullable(line(60))),
  kind: Type.Enum(unitKinds),
  code: Type.Optional(nullable(line(60))),
  parentId: Type.Optional(nullable(Id)),
})

const onDay = { on: LocalDate }

/** Several units become one: one that is there, or a new one. */
const Merge = object({
  verb: Type.Literal('merge'),
  ...onDay,
  unitIds: Type.Array(Id, { minItems: 1, maxItems: 50, uniqueItems: true }),
  intoId: Type.Optional(Id),
  into: Type.Optional(NewcomerUnit),
})

/** A unit becomes several, old or new ones. What it has goes to the first of them. */
const Split = object({
  verb: Type.Literal('split'),
  ...onDay,
  unitId: Id,
  intoIds: Type.Array(Id, { maxItems: 20, uniqueItems: true }),
  into: Type.Array(NewcomerUnit, { maxItems: 20 }),
})

/** A unit is called otherwise from the day on and stays the same. */
const Rename = object({ verb: Type.Literal('rename'), ...onDay, unitId: Id, name: line(200), shortName: Type.Optional(nullable(line(60))) })

/** Another unit takes the place of one. */
const Replace = object({ verb: Type.Literal('replace'), ...onDay, unitId: Id, byId: Type.Optional(Id), by: Type.Optional(NewcomerUnit) })

/** A unit ends and nothing follows it. */
const Close = object({ verb: Type.Literal('close'), ...onDay, unitId: Id })

/** What is done to the organization on one day, as one transaction. */
export const Reorganization = Type.Union([Merge, Split, Rename, Replace, Close])
export type Reorganization = Static<typeof Reorganization>
