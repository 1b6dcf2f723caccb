import { type Static, Type } from 'typebox'
import { Picture } from './articles.ts'
import { LocalDate, nullable } from './fields.ts'
import { Id, Slug } from './ids.ts'
import { object } from './object.ts'
import { AsOf, UnitStub, WonAward } from './units.ts'

/** `acting` stands in for a holder; `concurrent` holds the post beside another one. */
export const appointmentKinds = ['substantive', 'acting', 'concurrent'] as const

/** How somebody is reached in his office. */
export const PersonContacts = object({
  phone: Type.Optional(Type.String()),
  email: Type.Optional(Type.String()),
})
export type PersonContacts = Static<typeof PersonContacts>

export const PersonQuery = object({ asOf: AsOf })
export type PersonQuery = Static<typeof PersonQuery>

/** A post that somebody holds, held or will hold; the unit as it is called on the day asked about, within the appointment. */
export const Appointment = object({
  id: Id,
  post: Type.String(),
  unit: UnitStub,
  kind: Type.Enum(appointmentKinds),
  from: nullable(LocalDate),
  through: nullable(LocalDate),
  /** On the day asked about. */
  current: Type.Boolean(),
})
export type Appointment = Static<typeof Appointment>

/** Somebody with the posts that he holds, held and will hold: those of the day first, then the newest. */
export const Person = object({
  id: Id,
  slug: Slug,
  name: Type.String(),
  bio: nullable(Type.String()),
  photo: nullable(Picture),
  contacts: PersonContacts,
  appointments: Type.Array(Appointment),
  /** What the person was commended with, the newest first. */
  awards: Type.Array(WonAward),
  url: Type.String(),
  apiUrl: Type.String(),
})
export type Person = Static<typeof Person>
