import { type Static, Type } from 'typebox'
import { ArticleEvent, ArticleSource, bylineRoles, EditionKind, Format, unitRoles } from './articles.ts'
import { Body } from './body.ts'
import { line, nullable, Timestamp, text } from './fields.ts'
import { Id, Slug } from './ids.ts'
import { publicStates, workStates } from './lifecycle.ts'
import { object } from './object.ts'
import { Cursor, Limit } from './pagination.ts'

const Byline = object({ authorId: Id, role: Type.Enum(bylineRoles) })
export type Byline = Static<typeof Byline>

const ArticleUnit = object({ unitId: Id, role: Type.Enum(unitRoles) })
export type ArticleUnit = Static<typeof ArticleUnit>

/** What an editor writes. Absent: unchanged; null clears (RFC 7396). */
const content = {
  title: line(300),
  kicker: Type.Optional(nullable(line(150))),
  sapo: Type.Optional(nullable(text(1000))),
  body: Type.Optional(Body),
  heroMediaId: Type.Optional(nullable(Id)),
  bylines: Type.Optional(Type.Array(Byline, { maxItems: 20 })),
  units: Type.Optional(Type.Array(ArticleUnit, { maxItems: 30 })),
  categoryIds: Type.Optional(Type.Array(Id, { maxItems: 10, uniqueItems: true })),
  tagIds: Type.Optional(Type.Array(Id, { maxItems: 30, uniqueItems: true })),
  event: Type.Optional(nullable(ArticleEvent)),
  source: Type.Optional(nullable(ArticleSource)),
}

export const NewArticle = object({ ...content, unitId: Type.Optional(Id), format: Type.Optional(Format) })
export type NewArticle = Static<typeof NewArticle>

export const ArticlePatch = object({ ...content, title: Type.Optional(line(300)) })
export type ArticlePatch = Static<typeof ArticlePatch>

/** How a new edition stands to the one before. A correction says what was wrong and what is right. */
export const PublishInput = object({
  kind: Type.Optional(EditionKind),
  note: Type.Optional(nullable(text(2000))),
  correction: Type.Optional(nullable(object({ wrong: text(2000), right: text(2000), note: Type.Optional(nullable(text(2000))) }))),
})
export type PublishInput = Static<typeof PublishInput>

export const HoldInput = object({ reason: Type.Optional(nullable(text(2000))) })
export const WithdrawInput = object({ reason: line(2000) })

const editorialCard = {
  id: Id,
  version: Type.Integer(),
  format: Format,
  locale: Type.String(),
  /** The current address, or the planned one of an article that was never published. */
  slug: Slug,
  title: Type.String(),
  workState: Type.Enum(workStates),
  publicState: Type.Enum(publicStates),
  unit: object({ id: Id, name: Type.String() }),
  /** The owner unit and its parents up to the root: what permission depends on. */
  unitPath: Type.Array(Id),
  createdBy: nullable(Id),
  updatedBy: nullable(Type.String()),
  updatedAt: Timestamp,
  firstPublishedAt: nullable(Timestamp),
  publishedAt: nullable(Timestamp),
  edition: nullable(Type.Integer()),
}

/** An article in the desk's list. */
export const EditorialArticleCard = object(editorialCard)
export type EditorialArticleCard = Static<typeof EditorialArticleCard>

/** An article as its editors see it: the newest revision with its states. */
export const EditorialArticle = object({
  ...editorialCard,
  kicker: nullable(Type.String()),
  sapo: nullable(Type.String()),
  body: Body,
  heroMediaId: nullable(Id),
  bylines: Type.Array(Byline),
  units: Type.Array(ArticleUnit),
  categoryIds: Type.Array(Id),
  tagIds: Type.Array(Id),
  event: nullable(ArticleEvent),
  source: nullable(ArticleSource),
  hold: nullable(object({ reason: nullable(Type.String()), at: Timestamp })),
  withdrawal: nullable(object({ reason: Type.String(), at: Timestamp })),
})
export type EditorialArticle = Static<typeof EditorialArticle>

export const EditorialArticleListQuery = object({
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
  workState: Type.Optional(Type.Enum(workStates)),
  publicState: Type.Optional(Type.Enum(publicStates)),
  unitId: Type.Optional(Id),
  format: Type.Optional(Format),
  me: Type.Optional(Type.Boolean()),
})
export type EditorialArticleListQuery = Static<typeof EditorialArticleListQuery>
