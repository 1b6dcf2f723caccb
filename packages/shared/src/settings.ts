import { type Static, Type } from 'typebox'
import { nullable } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'
import { publishingPolicies } from './permissions.ts'

/** What a unit or a category may ask for beyond the site's policy; null: nothing. */
const StricterPolicy = nullable(Type.Enum(['review', 'strict'] as const))

/** A unit or a category with the policy of its own. `version` is what a change needs as `If-Match`. */
export const PolicyOf = object({ id: Id, name: Type.String(), publishingPolicy: StricterPolicy, version: Type.Integer() })
export type PolicyOf = Static<typeof PolicyOf>

export const PolicyInput = object({ publishingPolicy: StricterPolicy })
export type PolicyInput = Static<typeof PolicyInput>

const policy = { publishingPolicy: Type.Enum(publishingPolicies), minorDirect: Type.Boolean() }

/** How articles come to be published (the site's policy, and the units and categories that are stricter), and how people sign in. */
export const Settings = object({
  ...policy,
  /** Whether publishers and administrators must have a second factor. */
  secondFactorRequired: Type.Boolean(),
  version: Type.Integer(),
  units: Type.Array(PolicyOf),
  categories: Type.Array(PolicyOf),
})
export type Settings = Static<typeof Settings>

export const SettingsPatch = object({
  publishingPolicy: Type.Optional(policy.publishingPolicy),
  minorDirect: Type.Optional(policy.minorDirect),
  secondFactorRequired: Type.Optional(Type.Boolean()),
})
export type SettingsPatch = Static<typeof SettingsPatch>
