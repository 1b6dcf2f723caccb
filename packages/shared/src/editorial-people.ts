import { type Static, Type } from 'typebox'
import { line, nullable, text } from './fields.ts'
import { Id, Slug } from './ids.ts'
import { object } from './object.ts'
import { Cursor, Limit } from './pagination.ts'
import { appointmentKinds, PersonContacts } from './people.ts'
import { sentDays, shownDays } from './periods.ts'
import { PersonName } from './person-name.ts'

const SentContacts = object({ phone: Type.Optional(nullable(line(100))), email: Type.Optional(nullable(line(200))) })

const said = {
  /** What the person is sorted by, given name first. Null: made of the name. */
  sortKey: nullable(line(120)),
  bio: nullable(text(5000)),
  /** A picture of the media library; open to everybody as long as it is somebody's photo. */
  photoMediaId: nullable(Id),
  contacts: SentContacts,
}

/** Without `slug` the address is made of the name. */
export const NewPerson = object({
  name: PersonName,
  slug: Type.Optional(Slug),
  sortKey: Type.Optional(said.sortKey),
  bio: Type.Optional(said.bio),
  photoMediaId: Type.Optional(said.photoMediaId),
  contacts: Type.Optional(said.contacts),
})
export type NewPerson = Static<typeof NewPerson>

/** With another `name` the sort key is made anew, unless one is sent. A changed `slug` leads on from the address of before. */
export const PersonPatch = object({
  name: Type.Optional(PersonName),
  slug: Type.Optional(Slug),
  sortKey: Type.Optional(said.sortKey),
  bio: Type.Optional(said.bio),
  photoMediaId: Type.Optional(said.photoMediaId),
  contacts: Type.Optional(said.contacts),
})
export type PersonPatch = Static<typeof PersonPatch>

const Named = object({ id: Id, name: Type.String() })

/** Somebody as lists show him, with the posts that he holds today. */
export const EditorialPersonCard = object({
  id: Id,
  version: Type.Integer(),
  slug: Slug,
  name: Type.String(),
  sortKey: Type.String(),
  photoMediaId: nullable(Id),
  posts: Type.Array(object({ appointmentId: Id, post: Type.String(), unit: Named })),
})
export type EditorialPersonCard = Static<typeof EditorialPersonCard>

const appointment = {
  id: Id,
  version: Type.Integer(),
  kind: Type.Enum(appointmentKinds),
  decisionNo: nullable(Type.String()),
  ...shownDays,
}

/** Somebody with all appointments, the newest first. Units are called as they are today, or were last. */
export const EditorialPerson = object({
  id: Id,
  version: Type.Integer(),
  slug: Slug,
  name: Type.String(),
  sortKey: Type.String(),
  bio: nullable(Type.String()),
  photoMediaId: nullable(Id),
  contacts: PersonContacts,
  appointments: Type.Array(object({ ...appointment, post: Named, unit: Named })),
})
export type EditorialPerson = Static<typeof EditorialPerson>

export const PeopleQuery = object({
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
  /** Words of the name, with or without diacritics. */
  q: Type.Optional(line(100)),
})
export type PeopleQuery = Static<typeof PeopleQuery>

const post = {
  name: line(200),
  /** Its place among the posts of the unit. */
  order: Type.Integer({ minimum: 0, maximum: 100_000 }),
  /** Its place among the posts of all units: who is named first. */
  seniority: Type.Integer({ minimum: 0, maximum: 100_000 }),
}

export const NewPost = object({ name: post.name, order: Type.Optional(post.order), seniority: Type.Optional(post.seniority) })
export type NewPost = Static<typeof NewPost>

export const PostPatch = object({
  name: Type.Optional(post.name),
  order: Type.Optional(post.order),
  seniority: Type.Optional(post.seniority),
})
export type PostPatch = Static<typeof PostPatch>

/** A post of a unit with everybody who holds, held or will hold it, the newest first. */
export const EditorialPost = object({
  id: Id,
  version: Type.Integer(),
  unitId: Id,
  name: Type.String(),
  order: Type.Integer(),
  seniority: Type.Integer(),
  appointments: Type.Array(object({ ...appointment, person: Named })),
  /** Of the unit: what permission depends on. */
  unitPath: Type.Array(Id),
})
export type EditorialPost = Static<typeof EditorialPost>

const sentAppointment = { kind: Type.Enum(appointmentKinds), decisionNo: nullable(line(100)) }

/** Without `from` since ever, without `through` without end; days to come come true by themselves. */
export const NewAppointment = object({
  personId: Id,
  kind: sentAppointment.kind,
  decisionNo: Type.Optional(sentAppointment.decisionNo),
  ...sentDays,
})
export type NewAppointment = Static<typeof NewAppointment>

export const AppointmentPatch = object({
  kind: Type.Optional(sentAppointment.kind),
  decisionNo: Type.Optional(sentAppointment.decisionNo),
  ...sentDays,
})
export type AppointmentPatch = Static<typeof AppointmentPatch>

/** One person in one post for a period. */
export const EditorialAppointment = object({ ...appointment, person: Named, post: Named, unit: Named, unitPath: Type.Array(Id) })
export type EditorialAppointment = Static<typeof EditorialAppointment>
