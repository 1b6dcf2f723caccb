import { type Static, Type } from 'typebox'
import { Email } from './email.ts'
import { line, nullable, Timestamp } from './fields.ts'
import { Id } from './ids.ts'
import { NamedGrant } from './named-grant.ts'
import { object } from './object.ts'
import { Cursor, Limit } from './pagination.ts'
import { roles } from './permissions.ts'
import { PersonName } from './person-name.ts'
import { UserLocale } from './user-locale.ts'

/** `invited` has not set a password yet; `disabled` may not sign in. */
export const userStates = ['active', 'invited', 'disabled'] as const
export type UserState = (typeof userStates)[number]

/** A role over a unit and all below it; `unitId` null is the whole site. */
export const GrantInput = object({ role: Type.Enum(roles), unitId: nullable(Id) })
export type GrantInput = Static<typeof GrantInput>

/** So many roles a person can have. */
export const maxGrants = 50

const Grants = Type.Array(GrantInput, { maxItems: maxGrants, uniqueItems: true })

/** A person as lists show him. `version` is what a change needs as `If-Match`. */
export const UserCard = object({
  id: Id,
  name: Type.String(),
  email: Type.String(),
  state: Type.Enum(userStates),
  hasSecondFactor: Type.Boolean(),
  grants: Type.Array(NamedGrant),
  /** When a session of his was last kept open; null: never signed in. */
  lastSeenAt: nullable(Timestamp),
  version: Type.Integer(),
})
export type UserCard = Static<typeof UserCard>

/** `mayChange`: whether the one who asks may change this account, not only see it. */
export const User = object({
  ...UserCard.properties,
  locale: UserLocale,
  createdAt: Timestamp,
  disabledAt: nullable(Timestamp),
  /** The newest invitation or reset that can still be used. */
  openLink: nullable(object({ kind: Type.Enum(['invitation', 'reset']), expiresAt: Timestamp })),
  liveSessions: Type.Integer(),
  mayChange: Type.Boolean(),
})
export type User = Static<typeof User>

export const UsersQuery = object({
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
  /** Words of the name or the e-mail, however they are typed. */
  q: Type.Optional(line(100)),
  state: Type.Optional(Type.Enum(userStates)),
  role: Type.Optional(Type.Enum(roles)),
  /** Users with a role over exactly this unit. */
  unit: Type.Optional(Id),
})
export type UsersQuery = Static<typeof UsersQuery>

export const NewUser = object({ email: Email, name: PersonName, grants: Grants, locale: Type.Optional(UserLocale) })
export type NewUser = Static<typeof NewUser>

export const UserPatch = object({ name: Type.Optional(PersonName), email: Type.Optional(Email) })
export type UserPatch = Static<typeof UserPatch>

export const GrantsInput = object({ grants: Grants })
export type GrantsInput = Static<typeof GrantsInput>

/** The one answer that has the link itself. `isMailed`: whether it goes to the person's mailbox too. */
export const PasswordLink = object({
  kind: Type.Enum(['invitation', 'reset']),
  url: Type.String(),
  expiresAt: Timestamp,
  isMailed: Type.Boolean(),
})
export type PasswordLink = Static<typeof PasswordLink>

export const CreatedUser = object({ user: User, link: PasswordLink })
export type CreatedUser = Static<typeof CreatedUser>
