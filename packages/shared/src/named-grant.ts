import { type Static, Type } from 'typebox'
import { nullable } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'
import { roles } from './permissions.ts'

/** A grant with the name that its unit bears today. */
export const NamedGrant = object({ role: Type.Enum(roles), unitId: nullable(Id), unitName: nullable(Type.String()) })
export type NamedGrant = Static<typeof NamedGrant>
