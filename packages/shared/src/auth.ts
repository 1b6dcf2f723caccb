import { type Static, Type } from 'typebox'
import { nullable } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'
import { roles } from './permissions.ts'

export const Email = Type.String({
  minLength: 3,
  maxLength: 254,
  pattern: '^[^\\s@]+@[^\\s@]+$',
  description: 'an address such as lien@example.gov.vn',
})
/** No composition rules: length is what protects. */
export const Password = Type.String({ minLength: 8, maxLength: 128 })

export const LoginInput = object({ email: Email, password: Type.String({ minLength: 1, maxLength: 128 }) })
export type LoginInput = Static<typeof LoginInput>

/** The signed-in person with what he may do. */
export const Me = object({
  id: Id,
  email: Type.String(),
  name: Type.String(),
  grants: Type.Array(object({ role: Type.Enum(roles), unitId: nullable(Id), unitName: nullable(Type.String()) })),
})
export type Me = Static<typeof Me>

/** `expiresIn` in seconds. The refresh token travels as a cookie only. */
export const SignedIn = object({ accessToken: Type.String(), expiresIn: Type.Integer(), user: Me })
export type SignedIn = Static<typeof SignedIn>
