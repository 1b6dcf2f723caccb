import { appointmentKinds, type PersonContacts } from '@bantin/shared/people'
import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { daterange, id, version } from './columns.ts'
import { media } from './media.ts'
import { units } from './units.ts'

/** Somebody who holds posts, with or without an account. */
export const people = pgTable('people', {
  id: id(),
  slug: text('slug').notNull().unique('people_slug'),
  fullName: text('full_name').notNull(),
  /** What he is sorted by: the given name first. Made of the full name, and corrected by hand where that is wrong. */
  sortKey: text('sort_key').notNull(),
  bio: text('bio'),
  photoMediaId: uuid('photo_media_id').references(() => media.id),
  contacts: jsonb('contacts').$type<PersonContacts>().notNull().default({}),
  version: version(),
})

/** A position in a unit. Three deputy chairs are three posts. */
export const posts = pgTable('posts', {
  id: id(),
  unitId: uuid('unit_id')
    .notNull()
    .references(() => units.id),
  name: text('name').notNull(),
  /** Its place among the posts of the unit. */
  order: integer('order').notNull().default(0),
  /** Its place among the posts of all units: who is named first. */
  seniority: integer('seniority').notNull().default(0),
  version: version(),
})

/** One person in one post for a period. Future days come true without a job. */
export const appointments = pgTable('appointments', {
  id: id(),
  postId: uuid('post_id')
    .notNull()
    .references(() => posts.id),
  personId: uuid('person_id')
    .notNull()
    .references(() => people.id),
  period: daterange('period').notNull(),
  kind: text('kind', { enum: appointmentKinds }).notNull(),
  decisionNo: text('decision_no'),
  version: version(),
})
