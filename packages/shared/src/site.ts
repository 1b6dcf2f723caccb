import { type Static, Type } from 'typebox'
import { nullable } from './fields.ts'
import { Id, Slug } from './ids.ts'
import { object } from './object.ts'
import { UnitContacts } from './units.ts'

/** Who publishes the portal and under which rules. */
export const Site = object({
  id: Id,
  name: Type.String(),
  url: Type.String(),
  locales: Type.Array(Type.String()),
  timeZone: Type.String(),
  rootUnit: nullable(object({ id: Id, slug: Slug, name: Type.String(), url: Type.String() })),
  contacts: UnitContacts,
  responsiblePerson: nullable(Type.String()),
  licence: nullable(Type.String()),
  reuse: nullable(Type.String()),
})
export type Site = Static<typeof Site>
