import { type Static, Type } from 'typebox'
import { Email } from './email.ts'
import { line, nullable, Timestamp } from './fields.ts'
import { Id } from './ids.ts'
import { NamedGrant } from './named-grant.ts'
import { object } from './object.ts'
import { publishingPolicies } from './permissions.ts'
import { PersonName } from './person-name.ts'
import { LinkToken } from './previews.ts'
import { UserLocale } from './user-locale.ts'

/** No composition rules: length is what protects. */
export const Password = Type.String({ minLength: 8, maxLength: 128 })

const GivenPassword = Type.String({ minLength: 1, maxLength: 128 })

/** Six digits of the app, or a recovery code; spaces and hyphens are left out. */
export const SecondFactorCode = line(40)

/** `code` where the account has a second factor. `trustDevice`: it is not asked for here again for 30 days. */
export const LoginInput = object({
  email: Email,
  password: GivenPassword,
  code: Type.Optional(SecondFactorCode),
  trustDevice: Type.Optional(Type.Boolean()),
})
export type LoginInput = Static<typeof LoginInput>

/** The signed-in person with what he may do. `version` is what a change of the profile needs as `If-Match`. */
export const Me = object({
  id: Id,
  email: Type.String(),
  name: Type.String(),
  locale: UserLocale,
  version: Type.Integer(),
  grants: Type.Array(NamedGrant),
  secondFactor: object({
    isOn: Type.Boolean(),
    /** The site asks it of this person's roles: until it is on, the desk's routes answer `second_factor_required`. */
    isRequired: Type.Boolean(),
    /** How many are not used yet. */
    recoveryCodes: Type.Integer(),
  }),
})
export type Me = Static<typeof Me>

/** `expiresIn` in seconds. The refresh token travels as a cookie only. */
export const SignedIn = object({ accessToken: Type.String(), expiresIn: Type.Integer(), user: Me })
export type SignedIn = Static<typeof SignedIn>

export const ProfilePatch = object({ name: Type.Optional(PersonName), locale: Type.Optional(UserLocale) })
export type ProfilePatch = Static<typeof ProfilePatch>

/** `password` is the one that the person has. */
export const EmailChange = object({ email: Email, password: GivenPassword })
export type EmailChange = Static<typeof EmailChange>

export const PasswordChange = object({ currentPassword: GivenPassword, password: Password })
export type PasswordChange = Static<typeof PasswordChange>

export const ForgottenPassword = object({ email: Email })
export type ForgottenPassword = Static<typeof ForgottenPassword>

/** The secret of an invitation or a reset: what stands behind `#` in its link. */
export const LinkInput = object({ token: LinkToken })
export type LinkInput = Static<typeof LinkInput>

/** Whom a link is for. */
export const LinkHolder = object({
  kind: Type.Enum(['invitation', 'reset']),
  name: Type.String(),
  email: Type.String(),
  expiresAt: Timestamp,
})
export type LinkHolder = Static<typeof LinkHolder>

export const NewPassword = object({ token: LinkToken, password: Password })
export type NewPassword = Static<typeof NewPassword>

/** Whether the first administrator is still to be made. */
export const SetupState = object({ isNeeded: Type.Boolean() })
export type SetupState = Static<typeof SetupState>

/** `code` is what the first start printed. */
export const SetupInput = object({
  code: line(40),
  siteName: line(200),
  name: PersonName,
  email: Email,
  password: Password,
  publishingPolicy: Type.Enum(publishingPolicies),
})
export type SetupInput = Static<typeof SetupInput>

/** One sign-in on one device. */
export const Session = object({
  id: Id,
  device: nullable(Type.String()),
  address: nullable(Type.String()),
  createdAt: Timestamp,
  lastUsedAt: Timestamp,
  isCurrent: Type.Boolean(),
})
export type Session = Static<typeof Session>

/** So many a person can have: the one that was used longest ago ends when another one begins. */
export const maxSessions = 100

export const Sessions = object({ data: Type.Array(Session, { maxItems: maxSessions }) })
export type Sessions = Static<typeof Sessions>

/** A device on which no code is asked for. */
export const TrustedDevice = object({
  id: Id,
  device: nullable(Type.String()),
  createdAt: Timestamp,
  expiresAt: Timestamp,
})
export type TrustedDevice = Static<typeof TrustedDevice>

/** So many a person can have: the oldest goes when another one comes. */
export const maxTrustedDevices = 20

export const TrustedDevices = object({ data: Type.Array(TrustedDevice, { maxItems: maxTrustedDevices }) })
export type TrustedDevices = Static<typeof TrustedDevices>

export const PasswordConfirmation = object({ password: GivenPassword })
export type PasswordConfirmation = Static<typeof PasswordConfirmation>

/** What an app for codes needs, as text to type and as the address that its QR code holds. Counts once it is confirmed. */
export const SecondFactorOffer = object({ secret: Type.String(), uri: Type.String() })
export type SecondFactorOffer = Static<typeof SecondFactorOffer>

export const CodeInput = object({ code: SecondFactorCode })
export type CodeInput = Static<typeof CodeInput>

/** Each stands in for a code once. Shown this once. */
export const RecoveryCodes = object({ recoveryCodes: Type.Array(Type.String()) })
export type RecoveryCodes = Static<typeof RecoveryCodes>

/** Turning the second factor off takes both. */
export const TurnOffInput = object({ password: GivenPassword, code: SecondFactorCode })
export type TurnOffInput = Static<typeof TurnOffInput>
