import { type Crop, type FocalPoint, renderingStates } from '@bantin/shared/media'
import { type MediaKind, type MediaType, mediaKinds } from '@bantin/shared/media-types'
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, moment, version } from './columns.ts'
import { units } from './units.ts'
import { users } from './users.ts'

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
    kind: text('kind').$type<MediaKind>().notNull().default('picture'),
    type: text('type').$type<MediaType>().notNull(),
    /** Of the picture when it is held upright; null for what is no picture. */
    width: integer('width'),
    height: integer('height'),
    bytes: integer('bytes').notNull(),
    originalName: text('original_name').notNull(),
    alt: text('alt'),
    caption: text('caption'),
    credit: text('credit'),
    focalPoint: jsonb('focal_point').$type<FocalPoint>(),
    crop: jsonb('crop').$type<Crop>(),
    color: text('color'),
    /** Part of the address; grows when the rendering changes. */
    rev: integer('rev').notNull().default(1),
    /** Those of `rev` that are made. */
    variants: jsonb('variants').$type<MediaVariant[]>().notNull(),
    /** What a page shows of it, as JSON without the public origin. */
    picture: text('picture').generatedAlwaysAs(sql`picture_json(id, rev, variants, alt, caption, credit, color)`),
    rendering: text('rendering').$type<(typeof renderingStates)[number]>().notNull().default('ready'),
    /** Whether something public shows it; kept by publication. */
    public: boolean('public').notNull().default(false),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: moment('created_at').notNull().default(sql`now()`),
    /** Name, alt, caption and credit without diacritics, for the library's search. */
    folded: text('folded').notNull().default(''),
    version: version(),
  },
  (table) => [
    check('media_bytes', sql`${table.bytes} > 0`),
    check('media_kind', sql.raw(`kind IN (${mediaKinds.map((kind) => `'${kind}'`).join(', ')})`)),
    check('media_rendering', sql.raw(`rendering IN (${renderingStates.map((state) => `'${state}'`).join(', ')})`)),
    check(
      'media_size',
      sql`CASE WHEN ${table.kind} = 'picture' THEN coalesce(${table.width} > 0 AND ${table.height} > 0, false)
        ELSE ${table.width} IS NULL AND ${table.height} IS NULL END`,
    ),
    index('media_folded').using('gin', table.folded.op('gin_trgm_ops')),
    // Each filter of the library has the order in which it is read.
    index('media_created').on(table.createdAt, table.id),
    index('media_of_kind').on(table.kind, table.createdAt, table.id),
    index('media_of_unit').on(table.unitId, table.createdAt, table.id),
    index('media_of_creator').on(table.createdBy, table.createdAt, table.id),
  ],
)
