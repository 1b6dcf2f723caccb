import { type Static, Type } from 'typebox'
import { object } from './object.ts'

/** One route that is open to everybody. `href` is a URI template (RFC 6570) where it has variables. */
export const ApiLink = object({ href: Type.String(), title: Type.String(), templated: Type.Boolean() })
export type ApiLink = Static<typeof ApiLink>

/** Where everything is: the answer of `GET /api/v1`. */
export const ApiIndex = object({
  version: Type.Literal('1'),
  documentation: Type.String(),
  /** The first half hour of who writes a portal. */
  forPortals: Type.String(),
  openapi: Type.String(),
  problems: Type.String(),
  /** How a mirror of all articles is kept: read `start`, apply each page of it, then ask at `next` with the cursor of the last. */
  changes: object({ start: Type.String(), next: Type.String(), dump: Type.String(), howTo: Type.String() }),
  routes: Type.Array(ApiLink),
})
export type ApiIndex = Static<typeof ApiIndex>

const Target = object({ href: Type.String(), type: Type.Optional(Type.String()), title: Type.Optional(Type.String()) })
const Targets = Type.Optional(Type.Array(Target))

/** RFC 9264: relations of each `anchor`, as RFC 9727 asks for a catalog of interfaces. */
export const Linkset = object({
  linkset: Type.Array(
    object({
      anchor: Type.String(),
      item: Targets,
      'service-desc': Targets,
      'service-doc': Targets,
      status: Targets,
    }),
  ),
})
export type Linkset = Static<typeof Linkset>

const Pixels = Type.Integer({ minimum: 1, maximum: 100_000 })

/** https://oembed.com. `url` is that of an article's page. */
export const OembedQuery = object({
  url: Type.String({ minLength: 1, maxLength: 2000 }),
  maxwidth: Type.Optional(Pixels),
  maxheight: Type.Optional(Pixels),
  format: Type.Optional(Type.Enum(['json'])),
})
export type OembedQuery = Static<typeof OembedQuery>

/** A link with what is shown beside it. Unlike in other answers, what is not there is left out: so has the format it. */
export const Oembed = object({
  version: Type.Literal('1.0'),
  type: Type.Literal('link'),
  title: Type.String(),
  author_name: Type.Optional(Type.String()),
  author_url: Type.Optional(Type.String()),
  provider_name: Type.String(),
  provider_url: Type.String(),
  thumbnail_url: Type.Optional(Type.String()),
  thumbnail_width: Type.Optional(Type.Integer()),
  thumbnail_height: Type.Optional(Type.Integer()),
})
export type Oembed = Static<typeof Oembed>
