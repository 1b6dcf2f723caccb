import { publishingPolicies } from '@bantin/shared/permissions'
import { successionKinds, type UnitContacts, unitKinds } from '@bantin/shared/units'
import { sql } from 'drizzle-orm'
import { check, date, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
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
    openingHours: text('opening_hours'),
    order: integer('order').notNull().default(0),
    /** The first day on which it is not there any more. It is there on the days on which it has a name. */
    closedOn: date('closed_on'),
    /** Stricter than the site's, for articles of the unit and of those below it. */
    publishingPolicy: text('publishing_policy', { enum: publishingPolicies }),
    version: version(),
  },
  (table) => [
    unique('units_code').on(table.codeScheme, table.code),
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

/** What follows a unit that has ended. Another name of the same unit is a row of `unit_names`. */
export const unitSuccessions = pgTable(
  'unit_successions',
  {
    fromUnitId: uuid('from_unit_id')
      .notNull()
      .references(() => units.id),
    toUnitId: uuid('to_unit_id')
      .notNull()
      .references(() => units.id),
    onDay: date('on_day').notNull(),
    kind: text('kind', { enum: successionKinds }).notNull(),
  },
  (table) => [primaryKey({ name: 'unit_successions_pkey', columns: [table.fromUnitId, table.toUnitId] })],
)
