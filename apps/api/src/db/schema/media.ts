import { sql } from 'drizzle-orm'
import { boolean, check, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { id, moment, version } from './columns.ts'

/** A rendering of a picture: its file name in the store and its size in pixels. */
export interface MediaVariant {
  name: string
  type: string
  width: number
  height: number
  bytes: number
}

export const media = pgTable(
  'media',
  {
    id: id(),
    /** Of the original's bytes: the same bytes are stored once. */
    sha256: text('sha256').notNull().unique('media_sha256'),
    type: text('type').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    bytes: integer('bytes').notNull(),
    originalName: text('original_name').notNull(),
    alt: text('alt').notNull(),
    caption: text('caption'),
    credit: text('credit'),
    color: text('color'),
    /** Part of the address; grows when the rendering changes. */
    rev: integer('rev').notNull().default(1),
    variants: jsonb('variants').$type<MediaVariant[]>().notNull(),
    /** Whether something public shows it; kept by publication. */
    public: boolean('public').notNull().default(false),
    createdAt: moment('created_at').notNull().default(sql`now()`),
    version: version(),
  },
  (table) => [check('media_size', sql`${table.width} > 0 AND ${table.height} > 0 AND ${table.bytes} > 0`)],
)
