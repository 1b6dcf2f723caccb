import { publishingPolicies } from '@bantin/shared/permissions'
import type { SiteMenu } from '@bantin/shared/site'
import type { AlertLevel } from '@bantin/shared/site-places'
import type { UnitContacts } from '@bantin/shared/units'
import { sql } from 'drizzle-orm'
import { type AnyPgColumn, boolean, check, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, moment, version } from './columns.ts'
import { units } from './units.ts'

/** Something that everybody has to know for a while. Moments as ISO 8601. */
export interface StoredAlert {
  id: string
  version: number
  level: AlertLevel
  text: string
  url: string | null
  from: string | null
  until: string | null
}

/** What the public pages say about the publisher. */
export interface SiteSettings {
  contacts?: UnitContacts
  responsiblePerson?: string
  licence?: string
  reuse?: string
  shortName?: string
  logo?: { mediaId: string }
  /** Addresses here and below: whole, or paths of this portal. */
  menus?: SiteMenu[]
  /** The newest first. */
  alerts?: StoredAlert[]
  /** Visits counted by the system that this site replaced. */
  startingVisits?: number
  /** Of what is changed here apart from the rest; the first one without. */
  versions?: { identity?: number; home?: number }
}

export const sites = pgTable(
  'sites',
  {
    id: id(),
    host: text('host').notNull().unique('sites_host'),
    name: text('name').notNull(),
    rootUnitId: uuid('root_unit_id').references((): AnyPgColumn => units.id),
    timeZone: text('time_zone').notNull(),
    locales: text('locales').array().notNull(),
    /** What kinds of pieces there are, in the agency's own words. */
    genres: text('genres').array().notNull().default(sql`'{"Tin","Bài","Phỏng vấn","Phóng sự ảnh"}'`),
    settings: jsonb('settings').$type<SiteSettings>().notNull().default({}),
    publishingPolicy: text('publishing_policy', { enum: publishingPolicies }).notNull().default('direct'),
    /** Whether a publisher may publish a minor edition alone where the policy asks for a second person. */
    minorDirect: boolean('minor_direct').notNull().default(false),
    /** Whether publishers and administrators must have a second factor. */
    secondFactorRequired: boolean('second_factor_required').notNull().default(false),
    /** When the first administrator was made with the one-time code. */
    setUpAt: moment('set_up_at'),
    version: version(),
  },
  (table) => [check('sites_publishing_policy', sql`${table.publishingPolicy} IN ('direct', 'review', 'strict')`)],
)
