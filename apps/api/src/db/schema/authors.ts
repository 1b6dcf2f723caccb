import { authorKinds } from '@bantin/shared/authors'
import { sql } from 'drizzle-orm'
import { check, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, version } from './columns.ts'
import { people } from './people.ts'
import { units } from './units.ts'
import { users } from './users.ts'

export const authors = pgTable(
  'authors',
  {
    id: id(),
    slug: text('slug').notNull().unique('authors_slug'),
    displayName: text('display_name').notNull(),
    kind: text('kind', { enum: authorKinds }).notNull(),
    bio: text('bio'),
    unitId: uuid('unit_id').references(() => units.id),
    personId: uuid('person_id').references(() => people.id),
    userId: uuid('user_id').references(() => users.id),
    version: version(),
  },
  (table) => [check('authors_kind', sql`${table.kind} IN ('person', 'collective')`)],
)
