import { type Static, Type } from 'typebox'
import { Person } from './editorial-articles.ts'
import { Problem } from './errors.ts'
import { line, nullable, Timestamp, text } from './fields.ts'
import { Id } from './ids.ts'
import { idPattern } from './is-id.ts'
import { publicStates, workStates } from './lifecycle.ts'
import { mediaKinds } from './media-types.ts'
import { object } from './object.ts'
import { Cursor, Limit } from './pagination.ts'

const Fraction = Type.Number({ minimum: 0, maximum: 1 })
/** The point that every crop keeps, as parts of width and height from the upper left corner. */
export const FocalPoint = object({ x: Fraction, y: Fraction })
export type FocalPoint = Static<typeof FocalPoint>

/** The part of the picture that is shown, likewise. */
export const Crop = object({
  x: Fraction,
  y: Fraction,
  width: Type.Number({ minimum: 0.05, maximum: 1 }),
  height: Type.Number({ minimum: 0.05, maximum: 1 }),
})
export type Crop = Static<typeof Crop>

/** Whether the renderings of a picture are made: until then one rendering stands in for all. Files of other kinds are ready at once. */
export const renderingStates = ['waiting', 'ready', 'failed'] as const

/** A file of the media library. Addresses are signed, open without a token for some hours, and are for the desk alone. */
export const MediaItem = object({
  id: Id,
  version: Type.Integer(),
  kind: Type.Enum(mediaKinds),
  type: Type.String(),
  /** Of the picture as it lies in the store, orientation applied; null for what is no picture. */
  width: nullable(Type.Integer()),
  height: nullable(Type.Integer()),
  bytes: Type.Integer(),
  originalName: Type.String(),
  alt: nullable(Type.String()),
  caption: nullable(Type.String()),
  credit: nullable(Type.String()),
  focalPoint: nullable(FocalPoint),
  crop: nullable(Crop),
  color: nullable(Type.String()),
  rendering: Type.Enum(renderingStates),
  /** A picture's rendering, of the crop, for whoever takes one address; of anything else the file itself. */
  src: Type.String(),
  srcset: Type.String(),
  /** The file as it was uploaded, to be downloaded. */
  originalUrl: Type.String(),
  unit: object({ id: Id, name: Type.String() }),
  /** The owner unit and its parents up to the root: what permission depends on. */
  unitPath: Type.Array(Id),
  createdBy: nullable(Person),
  createdAt: Timestamp,
  /** Whether something public shows it. */
  isPublic: Type.Boolean(),
  /** How many articles show it, in any of their revisions. */
  uses: Type.Integer(),
})
export type MediaItem = Static<typeof MediaItem>

const anId = idPattern.slice(1, -1)

export const MediaListQuery = object({
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
  kind: Type.Optional(Type.Enum(mediaKinds)),
  unitId: Type.Optional(Id),
  /** Own uploads. */
  me: Type.Optional(Type.Boolean()),
  /** Shown by no article, neither the site's logo nor somebody's photo. */
  unused: Type.Optional(Type.Boolean()),
  /** Words of its name, alt, caption or credit, with or without diacritics. */
  q: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  ids: Type.Optional(
    Type.String({
      pattern: `^${anId}(,${anId}){0,99}$`,
      description: 'up to 100 ids, separated by commas; given alone, those that exist, newest first',
    }),
  ),
})
export type MediaListQuery = Static<typeof MediaListQuery>

/** What an editor says of a file. Absent: unchanged; null clears (RFC 7396). */
export const MediaPatch = object({
  alt: Type.Optional(nullable(line(500))),
  caption: Type.Optional(nullable(text(1000))),
  credit: Type.Optional(nullable(line(200))),
  focalPoint: Type.Optional(nullable(FocalPoint)),
  crop: Type.Optional(nullable(Crop)),
})
export type MediaPatch = Static<typeof MediaPatch>

/** Whose unit an upload belongs to; without it that of the first role of whoever uploads. */
export const UploadQuery = object({ unitId: Type.Optional(Id) })
export type UploadQuery = Static<typeof UploadQuery>

/** What became of each file, in the order in which they came. */
export const Uploads = object({
  data: Type.Array(
    Type.Union([
      object({ name: Type.String(), /** Its bytes were there before. */ isKnown: Type.Boolean(), media: MediaItem }),
      object({ name: Type.String(), problem: Problem }),
    ]),
  ),
})
export type Uploads = Static<typeof Uploads>

export const mediaPlaces = ['public', 'newest', 'earlier'] as const

/** Where a file is shown: the articles that the reader of this may read, and how many others. */
export const MediaUses = object({
  data: Type.Array(
    object({
      articleId: Id,
      title: Type.String(),
      workState: Type.Enum(workStates),
      publicState: Type.Enum(publicStates),
      /** In what readers see, in the newest revision, only in older ones. */
      places: Type.Array(Type.Enum(mediaPlaces)),
    }),
  ),
  others: Type.Integer(),
  /** Whether it is the site's logo. */
  isLogo: Type.Boolean(),
  /** Whose photo it is. */
  people: Type.Array(object({ id: Id, name: Type.String() })),
})
export type MediaUses = Static<typeof MediaUses>
