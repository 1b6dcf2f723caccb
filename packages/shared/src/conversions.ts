import { type Static, Type } from 'typebox'
import { Body } from './body.ts'
import { nullable } from './fields.ts'
import { MediaItem } from './media.ts'
import { object } from './object.ts'

export const textForms = ['html', 'markdown', 'text'] as const
export const legacyFonts = ['tcvn3', 'vni'] as const
export type LegacyFont = (typeof legacyFonts)[number]

/** A text from elsewhere. With `legacyFont` it is first rewritten from the letters of that old font. */
export const ConversionInput = object({
  form: Type.Enum(textForms),
  content: Type.String({ maxLength: 900_000 }),
  legacyFont: Type.Optional(Type.Enum(legacyFonts)),
})
export type ConversionInput = Static<typeof ConversionInput>

/** Parameters of a file that is converted; it says itself what it is. */
export const FileConversionQuery = object({ legacyFont: Type.Optional(Type.Enum(legacyFonts)) })

/** Something of the text that has no place in a body. */
export const Dropped = object({
  /** What it was: the name of an HTML element, `style`, `link`, `picture`, `comment`, … */
  what: Type.String(),
  count: Type.Integer(),
  /** The beginning of the first one's words; null where it had none. */
  sample: nullable(Type.String()),
})
export type Dropped = Static<typeof Dropped>

/** What became of a text from elsewhere. */
export const Conversion = object({
  /** The first heading of the first level, or the name of the document; null when there is none. */
  title: nullable(Type.String()),
  body: Body,
  /** What was left out or made plainer, the most frequent first. */
  dropped: Type.Array(Dropped),
  /** In whose letters the text seems to be written: ask again with it to have it rewritten. */
  legacyFont: nullable(Type.Enum(legacyFonts)),
  /** The pictures of the file, which are in the media library now. */
  media: Type.Array(MediaItem),
})
export type Conversion = Static<typeof Conversion>
