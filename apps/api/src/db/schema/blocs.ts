import { decisionStatuses, termRoles } from '@bantin/shared/blocs'
import { awardStatuses } from '@bantin/shared/units'
import { sql } from 'drizzle-orm'
import { check, date, integer, numeric, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { daterange, id, version } from './columns.ts'
import { people } from './people.ts'
import { units } from './units.ts'

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

const ofBloc = () =>
  uuid('bloc_id')
    .notNull()
    .references(() => units.id)

/** Who leads a bloc in a year: proposed, then decided. */
export const blocTerms = pgTable(
  'bloc_terms',
  {
    id: id(),
    blocId: ofBloc(),
    year: integer('year').notNull(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    role: text('role', { enum: termRoles }).notNull(),
    status: text('status', { enum: decisionStatuses }).notNull(),
    decisionNo: text('decision_no'),
    version: version(),
  },
  (table) => [unique('bloc_terms_once').on(table.blocId, table.year, table.unitId)],
)

/** A bloc's year with its results: public once decided. */
export const blocYears = pgTable(
  'bloc_years',
  {
    blocId: ofBloc(),
    year: integer('year').notNull(),
    status: text('status', { enum: decisionStatuses }).notNull(),
    legalBasis: text('legal_basis'),
    version: version(),
  },
  (table) => [primaryKey({ name: 'bloc_years_pkey', columns: [table.blocId, table.year] })],
)

/** What one member came to in a bloc's year. Scores are as the bloc counts them: not capped, with as many decimals as they have. */
export const blocResults = pgTable(
  'bloc_results',
  {
    blocId: uuid('bloc_id').notNull(),
    year: integer('year').notNull(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    selfScore: numeric('self_score'),
    blocScore: numeric('bloc_score'),
    finalScore: numeric('final_score'),
    rank: integer('rank'),
    note: text('note'),
  },
  (table) => [primaryKey({ name: 'bloc_results_pkey', columns: [table.blocId, table.year, table.unitId] })],
)

/** A commendation of a unit or a person for a bloc's year. */
export const awards = pgTable('awards', {
  id: id(),
  blocId: ofBloc(),
  year: integer('year').notNull(),
  unitId: uuid('unit_id').references(() => units.id),
  personId: uuid('person_id').references(() => people.id),
  title: text('title').notNull(),
  authority: text('authority'),
  decisionNo: text('decision_no'),
  decidedOn: date('decided_on'),
  status: text('status', { enum: awardStatuses }).notNull(),
  version: version(),
})
