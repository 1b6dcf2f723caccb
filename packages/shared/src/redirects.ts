import { type Static, Type } from 'typebox'
import { LocalDate, nullable, Timestamp } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'
import { Cursor, Limit } from './pagination.ts'

/** How long an address may be, in the form in which browsers send it. */
export const maxAddressLength = 2000

/** How many redirects one import takes. */
export const maxImport = 1000

/** An address of an older system as it stood in links: path and query, without host and fragment. */
const OldAddress = Type.String({
  minLength: 1,
  maxLength: maxAddressLength,
  pattern: '^/(?!/)[^#\\\\\\u0000-\\u001F\\u007F]*$',
  description: 'a path with its query, such as /tin-tuc/chi-tiet.aspx?id=15',
})

/** Where readers are sent that is no article of ours: an http(s) address, or a path of ours. */
const TargetUrl = Type.String({ minLength: 1, maxLength: maxAddressLength })

/** An address of an older system, and where it leads: to an article or to a url, one of both. */
export const NewRedirect = object({
  fromPathQuery: OldAddress,
  articleId: Type.Optional(nullable(Id)),
  url: Type.Optional(nullable(TargetUrl)),
})
export type NewRedirect = Static<typeof NewRedirect>

/** To send readers elsewhere than before, clear one target in the request that sets the other. */
export const RedirectPatch = object({
  fromPathQuery: Type.Optional(OldAddress),
  articleId: Type.Optional(nullable(Id)),
  url: Type.Optional(nullable(TargetUrl)),
})
export type RedirectPatch = Static<typeof RedirectPatch>

export const RedirectImport = object({ redirects: Type.Array(NewRedirect, { minItems: 1, maxItems: maxImport }) })
export type RedirectImport = Static<typeof RedirectImport>

/** `unchanged` were there already, the same in all. */
export const RedirectImportResult = object({ created: Type.Integer(), unchanged: Type.Integer() })
export type RedirectImportResult = Static<typeof RedirectImportResult>

export const Redirect = object({
  id: Id,
  version: Type.Integer(),
  /** In the form in which browsers send it. */
  fromPathQuery: Type.String(),
  articleId: nullable(Id),
  url: nullable(Type.String()),
  /** Where a reader is sent now; null while the article is not public. */
  leadsTo: nullable(Type.String()),
  /** How often readers came this way, and the last day on which one did. */
  hits: Type.Integer(),
  lastHitOn: nullable(LocalDate),
  createdBy: nullable(object({ id: Id, name: Type.String() })),
  createdAt: Timestamp,
})
export type Redirect = Static<typeof Redirect>

export const RedirectListQuery = object({
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
  /** A part of the old address. */
  q: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
})
export type RedirectListQuery = Static<typeof RedirectListQuery>
