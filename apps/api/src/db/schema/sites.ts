import type { UnitContacts } from '@bantin/shared/units'
import { type AnyPgColumn, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, version } from './columns.ts'
import { units } from './units.ts'

/** What the public pages say about the publisher. */
export interface SiteSettings {
  contacts?: UnitContacts
  responsiblePerson?: string
  licence?: string
  reuse?: string
  /** Visits counted by the system that this site replaced. */
  startingVisits?: number
}

export const sites = pgTable('sites', {
  id: id(),
  host: text('host').notNull().unique('sites_host'),
  name: text('name').notNull(),
  rootUnitId: uuid('root_unit_id').references((): AnyPgColumn => units.id),
  timeZone: text('time_zone').notNull(),
  locales: text('locales').array().notNull(),
  settings: jsonb('settings').$type<SiteSettings>().notNull().default({}),
  version: version(),
})
