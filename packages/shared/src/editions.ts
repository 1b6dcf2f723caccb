import { type Static, Type } from 'typebox'
import { ArticleEvent, ArticleSource, bylineRoles, Correction, EditionKind, unitRoles } from './articles.ts'
import { nullable, Timestamp } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'

/** An edition of an article in the list of all. */
export const Edition = object({
  edition: Type.Integer(),
  kind: EditionKind,
  note: nullable(Type.String()),
  correction: nullable(Correction),
  publishedAt: Timestamp,
  /** Of the document's bytes at `documentUrl`, also when these are no more there. */
  hash: Type.String(),
  documentUrl: Type.String(),
  /** Emptied to forget personal data: number, times and hash stand. */
  redacted: nullable(object({ at: Timestamp, reason: Type.String() })),
})
export type Edition = Static<typeof Edition>

export const EditionParams = object({ id: Id, edition: Type.Integer({ minimum: 1, maximum: 1_000_000 }) })

const said = { alt: nullable(Type.String()), caption: nullable(Type.String()), credit: nullable(Type.String()) }

/** What was published, as canonical JSON (RFC 8785): the SHA-256 of its bytes is the edition's hash. Times are UTC. */
export const EditionDocument = object({
  v: Type.Literal(1),
  site: Id,
  article: Id,
  edition: Type.Integer(),
  kind: EditionKind,
  note: nullable(Type.String()),
  correction: nullable(Correction),
  publishedAt: Timestamp,
  locale: Type.String(),
  title: Type.String(),
  sapo: nullable(Type.String()),
  kicker: nullable(Type.String()),
  /** As bodies were at that time: blocks of an unknown type are to be skipped. */
  body: Type.Unknown(),
  bylines: Type.Array(object({ authorId: Id, role: Type.Enum(bylineRoles) })),
  units: Type.Array(object({ unitId: Id, role: Type.Enum(unitRoles) })),
  event: nullable(ArticleEvent),
  source: nullable(ArticleSource),
  media: Type.Array(object({ id: Id, sha256: Type.String(), ...said })),
})
export type EditionDocument = Static<typeof EditionDocument>
