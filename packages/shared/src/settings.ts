import { type Static, Type } from 'typebox'
import { Genre } from './articles.ts'
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

const Genres = Type.Array(Genre, { maxItems: 50, uniqueItems: true })

const policy = { publishingPolicy: Type.Enum(publishingPolicies), minorDirect: Type.Boolean() }

/** How articles come to be published (the site's policy, and the units and categories that are stricter), and how people sign in. */
export const Settings = object({
  ...policy,
  /** Whether publishers and administrators must have a second factor. */
  secondFactorRequired: Type.Boolean(),
  /** What kinds of pieces articles may be, in the order in which they are offered. */
  genres: Genres,
  version: Type.Integer(),
  units: Type.Array(PolicyOf),
  categories: Type.Array(PolicyOf),
})
export type Settings = Static<typeof Settings>

export const SettingsPatch = object({
  publishingPolicy: Type.Optional(policy.publishingPolicy),
  minorDirect: Type.Optional(policy.minorDirect),
  secondFactorRequired: Type.Optional(Type.Boolean()),
  genres: Type.Optional(Genres),
})
export type SettingsPatch = Static<typeof SettingsPatch>
