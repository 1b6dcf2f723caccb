import { publishingPolicies } from '@bantin/shared/permissions'
import { type UnitContacts, unitKinds } from '@bantin/shared/units'
import { sql } from 'drizzle-orm'
import { check, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { daterange, id, version } from './columns.ts'

/** An organizational unit. Names, parents and memberships are dated rows of their own. */
export const units = pgTable(
  'units',
  {
    id: id(),
    slug: text('slug').notNull().unique('units_slug'),
    kind: text('kind', { enum: unitKinds }).notNull(),
    codeScheme: text('code_scheme'),
    code: text('code'),
    contacts: jsonb('contacts').$type<UnitContacts>().notNull().default({}),
    order: integer('order').notNull().default(0),
    status: text('status', { enum: ['active', 'closed'] })
      .notNull()
      .default('active'),
    /** Stricter than the site's, for articles of the unit and of those below it. */
    publishingPolicy: text('publishing_policy', { enum: publishingPolicies }),
    version: version(),
  },
  (table) => [
    unique('units_code').on(table.codeScheme, table.code),
    check('units_status', sql`${table.status} IN ('active', 'closed')`),
    check('units_publishing_policy', sql`${table.publishingPolicy} IN ('direct', 'review', 'strict')`),
  ],
)

export const unitNames = pgTable('unit_names', {
  id: id(),
  unitId: uuid('unit_id')
    .notNull()
    .references(() => units.id),
  name: text('name').notNull(),
  shortName: text('short_name'),
  period: daterange('period').notNull(),
})

export const unitParents = pgTable(
  'unit_parents',
  {
    id: id(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    parentId: uuid('parent_id')
      .notNull()
      .references(() => units.id),
    period: daterange('period').notNull(),
  },
  (table) => [check('unit_parents_not_self', sql`${table.unitId} <> ${table.parentId}`)],
)

/** Which units belong to a bloc, and when. */
export const blocMembers = pgTable(
  'bloc_members',
  {
    id: id(),
    blocId: uuid('bloc_id')
      .notNull()
      .references(() => units.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    period: daterange('period').notNull(),
  },
  (table) => [check('bloc_members_not_self', sql`${table.unitId} <> ${table.blocId}`)],
)
