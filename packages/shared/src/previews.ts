import { type Static, Type } from 'typebox'
import { Article, NamedUnit } from './articles.ts'
import { nullable, Timestamp } from './fields.ts'
import { Id } from './ids.ts'
import { publicStates, workStates } from './lifecycle.ts'
import { object } from './object.ts'
import { Cursor, Limit } from './pagination.ts'

/** The secret of a link that opens without signing in: 256 random bits. */
export const LinkToken = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$', description: 'the last 43 characters of the link' })

/** How long a preview can be opened when nobody says. */
export const defaultPreviewHours = 168

export const NewPreview = object({
  expiresInHours: Type.Optional(Type.Integer({ minimum: 1, maximum: 720, description: 'without it a week' })),
})
export type NewPreview = Static<typeof NewPreview>

const preview = {
  id: Id,
  createdAt: Timestamp,
  createdBy: nullable(object({ id: Id, name: Type.String() })),
  expiresAt: Timestamp,
  revokedAt: nullable(Timestamp),
}

/** A link that shows the newest text of one article. Its token is nowhere: only its hash is stored. */
export const Preview = object(preview)
export type Preview = Static<typeof Preview>

/** The one answer that has the link itself. */
export const CreatedPreview = object({ ...preview, url: Type.String(), token: LinkToken })
export type CreatedPreview = Static<typeof CreatedPreview>

export const LinkListQuery = object({ limit: Type.Optional(Limit), cursor: Type.Optional(Cursor) })
export type LinkListQuery = Static<typeof LinkListQuery>

const { format, locale, title, kicker, sapo, hero, bodyHtml, bylines, categories, tags, event, source } = Article.properties

/**
 * One revision as readers would see it, with names instead of ids. Addresses of files are signed: they open for some hours, to whoever has
 * them.
 */
export const shownRevision = {
  format,
  locale,
  title,
  kicker,
  sapo,
  hero,
  bylines,
  units: Type.Array(NamedUnit),
  categories,
  tags,
  event,
  source,
  bodyHtml,
  /** Its number. */
  revision: Type.Integer(),
  savedAt: Timestamp,
}

/** What a preview's link shows. */
export const PreviewedArticle = object({
  ...shownRevision,
  workState: Type.Enum(workStates),
  publicState: Type.Enum(publicStates),
  expiresAt: Timestamp,
})
export type PreviewedArticle = Static<typeof PreviewedArticle>
