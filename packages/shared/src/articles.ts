import { type Static, Type } from 'typebox'
import { Body } from './body.ts'
import { LocalDate, line, text as lines, nullable, Timestamp } from './fields.ts'
import { Id, Slug } from './ids.ts'
import { object } from './object.ts'

export const formats = ['news', 'page', 'notice', 'gallery', 'video'] as const
export const bylineRoles = ['text', 'photo', 'video', 'translation', 'editing'] as const
export const unitRoles = ['lead', 'supporting', 'mentioned'] as const
export const editionKinds = ['major', 'minor', 'correction'] as const

export const Format = Type.Enum(formats)

/** What kind of piece an article is, in the agency's own words: one of the site's `genres`. */
export const Genre = line(60)

/** A language by its tag (BCP 47), as far as sites use them: `vi`, `en`, `km-KH`. */
export const Locale = Type.String({ pattern: '^[a-z]{2,3}(-[A-Z]{2})?$', description: 'the tag of a language, such as vi or en' })
export const EditionKind = Type.Enum(editionKinds)

/** When and where the thing reported took place. */
export const ArticleEvent = object({
  startsOn: LocalDate,
  endsOn: Type.Optional(nullable(LocalDate)),
  place: Type.Optional(nullable(line(200))),
})
export type ArticleEvent = Static<typeof ArticleEvent>

/** Where a reused text comes from. */
export const ArticleSource = object({
  name: line(200),
  url: Type.Optional(
    nullable(
      Type.String({ maxLength: 2000, pattern: '^https?://[^\\s]+$', description: 'an address that begins with http:// or https://' }),
    ),
  ),
  author: Type.Optional(nullable(line(200))),
})
export type ArticleSource = Static<typeof ArticleSource>

/** What an edition put right. */
export const Correction = object({ wrong: lines(2000), right: lines(2000), note: Type.Optional(nullable(lines(2000))), at: Timestamp })
export type Correction = Static<typeof Correction>

/**
 * A picture ready to be shown: addresses are absolute. `src` is a JPEG, `srcset` WebP. While renderings are being made, what is missing is
 * an empty `srcset`, and the whole picture where a part of it belongs.
 */
export const Picture = object({
  id: Id,
  src: Type.String(),
  srcset: Type.String(),
  avifSrcset: Type.String(),
  /** Of `src`. */
  width: Type.Integer(),
  height: Type.Integer(),
  alt: Type.String(),
  caption: nullable(Type.String()),
  credit: nullable(Type.String()),
  color: nullable(Type.String()),
  /** Three by two, cut around the focal point. */
  card: object({ src: Type.String(), srcset: Type.String() }),
  /** A JPEG of 1200 by 630, for the preview of a shared link. */
  share: Type.String(),
})
export type Picture = Static<typeof Picture>

/** The same text in another language. */
const Translation = object({ locale: Type.String(), url: Type.String(), apiUrl: Type.String() })

/** A link to something with a page: enough to print it without a second call. */
const Stub = { id: Id, slug: Slug, name: Type.String(), url: Type.String() }

/** A unit that a text names, by its name on the day that it speaks of. */
export const NamedUnit = object({ ...Stub, role: Type.Enum(unitRoles) })
export type NamedUnit = Static<typeof NamedUnit>

/** One that is not there today says since when, and what has come in its place. */
const ArticleUnit = object({ ...NamedUnit.properties, closedOn: nullable(LocalDate), successors: Type.Array(object(Stub)) })

const card = {
  id: Id,
  format: Format,
  genre: nullable(Type.String()),
  locale: Type.String(),
  url: Type.String(),
  apiUrl: Type.String(),
  slug: Slug,
  title: Type.String(),
  kicker: nullable(Type.String()),
  sapo: nullable(Type.String()),
  hero: nullable(Picture),
  bylines: Type.Array(object({ name: Type.String(), role: Type.Enum(bylineRoles), url: Type.String() })),
  units: Type.Array(ArticleUnit),
  categories: Type.Array(object(Stub)),
  tags: Type.Array(object(Stub)),
  publisher: object({ id: Id, name: Type.String(), code: nullable(Type.String()), url: Type.String() }),
  /** To be printed beside the text by whoever uses it, in its language. */
  attribution: Type.String(),
  event: nullable(ArticleEvent),
  source: nullable(ArticleSource),
  firstPublishedAt: Timestamp,
  publishedAt: Timestamp,
  updatedAt: Timestamp,
  edition: Type.Integer(),
  editionKind: EditionKind,
  hash: Type.String(),
  correction: nullable(Correction),
  withdrawn: nullable(object({ reason: Type.String(), at: Timestamp })),
  translations: Type.Array(Translation),
}

/** An article in a list. */
export const ArticleCard = object(card)
export type ArticleCard = Static<typeof ArticleCard>

/** An article that an editor has put beside another one: as much as a link with a picture takes. */
export const RelatedArticle = object({
  id: Id,
  slug: Slug,
  title: Type.String(),
  url: Type.String(),
  apiUrl: Type.String(),
  publishedAt: Timestamp,
  hero: nullable(Picture),
})
export type RelatedArticle = Static<typeof RelatedArticle>

/** Somebody whom an article names, by the appointment; the unit by its name on the day that the article speaks of. */
const NamedAppointment = object({ id: Id, name: Type.String(), post: Type.String(), unit: object(Stub), url: Type.String() })

const text = { bodyHtml: Type.String(), body: Body }
const related = Type.Array(RelatedArticle)

/** An article with its text. `bodyHtml` is the contract for portals; blocks of an unknown type in `body` are to be skipped. */
export const Article = object({ ...card, ...text, related, appointments: Type.Array(NamedAppointment) })
export type Article = Static<typeof Article>

/** An article in a list, with what `include` asked for. */
export const ListedArticle = object({
  ...card,
  bodyHtml: Type.Optional(text.bodyHtml),
  body: Type.Optional(text.body),
  related: Type.Optional(related),
})
export type ListedArticle = Static<typeof ListedArticle>
